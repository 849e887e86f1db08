"""What is wrong with what was read, and what the law wants known."""
