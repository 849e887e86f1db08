"""The lists that offices keep in spreadsheets: from a file's cells to the facts of products."""
