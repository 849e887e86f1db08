"""What the search box looks through: the catalogue in columns, as scripts loaded on demand.

Scripts, and not JSON, so that they open from a folder too (`file://`), under the site's policy.
"""
