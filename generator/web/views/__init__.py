"""View models: from the catalogue to the JSON values that a template lays out."""
