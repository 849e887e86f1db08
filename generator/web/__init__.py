"""The site's pages and files, described as artifacts: `plan.plan` says what is under output/site.

It is not handed out here, so that asking for a page's address does not load what makes pages.
"""
