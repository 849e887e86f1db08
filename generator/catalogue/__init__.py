"""What we know: the typed model of the content, its reader, and the rules that find problems."""
