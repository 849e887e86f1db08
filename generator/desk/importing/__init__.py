"""The verb `import`: products and producers from a list, first shown and then written."""
