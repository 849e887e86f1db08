"""Every public address, in one place, because addresses are for ever.

A page's address is its folder below the site's root, with a closing slash (`san-pham/gao-thom/`;
the home page is the empty string); the page itself is the folder's `index.html`. Scan addresses
follow the GS1 Digital Link form `01/<GTIN14>` where there is a GTIN, and `Q/<CODE>` where not.

`pages` are for browsing, `scan` for codes, `redirects` for what is old; `digital_link` builds and
reads GS1's URIs, whose numbers are in `gs1_identifiers`; `ledger` is what went to print,
`printed_check` whether it still answers, `printed_before` what a new printing would repeat.
"""

from generator.addresses import digital_link
from generator.addresses.pages import (
    Segments,
    folder,
    group_key,
    home,
    lot_page,
    page,
    part,
    public_url,
    relative,
    slugify,
)
from generator.addresses.redirects import (
    Redirect,
    alias_path,
    claims,
    faults,
    pages,
    redirects,
)
from generator.addresses.scan import (
    all_scan_paths,
    lot_path,
    lot_paths,
    printed_url,
    read_scan_address,
    readable_url,
    scan_paths,
    served,
)

__all__ = [
    "Redirect",
    "Segments",
    "alias_path",
    "all_scan_paths",
    "claims",
    "digital_link",
    "faults",
    "folder",
    "group_key",
    "home",
    "lot_page",
    "lot_path",
    "lot_paths",
    "page",
    "pages",
    "part",
    "printed_url",
    "public_url",
    "read_scan_address",
    "readable_url",
    "redirects",
    "relative",
    "scan_paths",
    "served",
    "slugify",
]
