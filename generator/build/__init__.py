"""Artifacts and how they are made and published; knows nothing of what they say."""
