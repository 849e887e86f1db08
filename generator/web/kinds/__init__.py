"""The kinds of pages, one file each; their order is that of menu, footer and sitemap.

A new kind is one file here and one entry below. Addresses, plan, menu, footer, sitemap, redirects
and reserved names go by this table; views know what `KindTable` tells them of it.
"""

from generator.web.kinds.commune import COMMUNE
from generator.web.kinds.fair import FAIR
from generator.web.kinds.group import GROUP
from generator.web.kinds.home import HOME
from generator.web.kinds.kind import Asked, Kind, table_of
from generator.web.kinds.mine import COMPARE, OWN_LIST
from generator.web.kinds.offline import OFFLINE
from generator.web.kinds.page import PAGE
from generator.web.kinds.producer import PRODUCER
from generator.web.kinds.product import PRODUCT
from generator.web.kinds.recall import RECALL
from generator.web.kinds.star import STAR
from generator.web.kinds.village import VILLAGE

__all__ = ["BY_NAME", "KINDS", "PAGE", "PRODUCT", "TABLE", "Asked", "Kind"]

KINDS = (
    *(HOME, PRODUCT, PRODUCER, VILLAGE, COMMUNE, GROUP, STAR, FAIR, RECALL),
    *(OWN_LIST, COMPARE, OFFLINE, PAGE),
)
BY_NAME = {kind.name: kind for kind in KINDS}
TABLE = table_of(KINDS)
