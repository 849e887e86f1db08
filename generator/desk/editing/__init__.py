"""Verbs that change what editors wrote: one value, one row, and nothing else."""
