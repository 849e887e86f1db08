"""The rules, in both languages, and the problems that they find."""
