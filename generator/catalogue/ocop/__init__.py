"""OCOP's own tables, one module each, with their source and legal basis."""
