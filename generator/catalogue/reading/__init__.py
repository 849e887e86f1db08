"""From files to models: front matter, tables and lots, with the place of each value."""
