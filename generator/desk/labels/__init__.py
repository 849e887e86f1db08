"""The verb `labels`."""
