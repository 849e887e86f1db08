"""The verb `serve`: the site as it would be, made while it is looked at."""
