"""What editors meet: the verbs of the `ocop` command, progress and messages."""
