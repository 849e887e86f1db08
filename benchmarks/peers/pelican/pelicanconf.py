"""Settings of the Pelican site."""

import json
from pathlib import Path

_HERE = Path(__file__).parent
_TABLES = ("groups", "communes", "producers")

SITENAME = "Danh mục mẫu"
SITEURL = "https://ocop.example"
DEFAULT_LANG = "vi"
TIMEZONE = "UTC"
PATH = str(_HERE / "content")
OUTPUT_PATH = str(_HERE / "output")
CACHE_PATH = str(_HERE / "cache")
PHOTOS = str(_HERE / "photos")
THEME = str(_HERE / "theme")
THEME_STATIC_DIR = ""
THEME_STATIC_PATHS = ["static"]

ARTICLE_PATHS = ["san-pham"]
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
USE_FOLDER_AS_CATEGORY = False
DEFAULT_CATEGORY = "san-pham"
ARTICLE_URL = "san-pham/{slug}/"
ARTICLE_SAVE_AS = "san-pham/{slug}/index.html"
CATEGORY_SAVE_AS = TAG_SAVE_AS = AUTHOR_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "sitemap"]
SITEMAP_SAVE_AS = "sitemap.xml"
PAGINATED_TEMPLATES = {"index": 48, "list": 48}
PAGINATION_PATTERNS = [
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
]
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
FEED_RSS = "feed.xml"
FEED_MAX_ITEMS = 50
RSS_FEED_SUMMARY_ONLY = True

MARKDOWN = {
    "extensions": ["markdown.extensions.extra"],
    "extension_configs": {},
    "output_format": "html5",
}
PLUGIN_PATHS = [str(_HERE / "plugins")]
PLUGINS = ["yaml_metadata", "catalogue"]
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
CONTENT_CACHING_LAYER = "reader"
CHECK_MODIFIED_METHOD = "mtime"
GZIP_CACHE = False
DELETE_OUTPUT_DIRECTORY = False

JINJA_GLOBALS = {
    name: json.loads((_HERE / "data" / f"{name}.json").read_text("utf-8")) for name in _TABLES
}
JINJA_FILTERS = {"dong": lambda price: f"{price:,}".replace(",", ".") + " đ"}
