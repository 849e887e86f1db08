"""`python -m generator` is the `ocop` command."""

from generator.cli import main

main()
