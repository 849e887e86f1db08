"""The site's pages and files, described as artifacts."""
