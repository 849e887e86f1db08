"""The typeface that paper and pictures are set in: its files, and which signs it has."""
