"""What each template of web pages gets: the values by name, typed, with what each one is.

docs/themes.md is written from these types by `generator.web.templates_page`.
"""
