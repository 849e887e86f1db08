"""A case for each rule about files, keys, site.yaml, references and pages."""

from __future__ import annotations

from small_project import product

from generator.catalogue.problems import (
    rules_drafts,
    rules_files,
    rules_keys,
    rules_pages,
    rules_references,
    rules_site,
    rules_templates,
)
from rule_cases.case import (
    ENGLISH,
    FISH,
    MAKER,
    RICE,
    SITE,
    Case,
    end,
    folder,
    link,
    put,
    swap,
    top,
)

NEW = "content/products/moi.md"
FAIR = "content/fairs/hoi-cho.md"


def new(slug: str, code: str = "9K3M9") -> str:
    """The file of one more product, with a photo that there is."""
    text = product(slug, name="Mới", code=code, group="8", producer="co-so", stars="3")
    return text.replace(f"{slug}.jpg", "gao.jpg")


def fair(ends_on: str = "2026-12-20", more: str = "") -> str:
    """The file of a fair after the printing day."""
    return f"---\nname: Hội chợ\nstarts_on: 2026-12-18\nends_on: {ends_on}\n{more}---\n"


CASES = (
    Case(
        rules_files.FILE_NAME_CLASH,
        "content/media/kho-ca.jpg:1:1",
        (put("content/media/Kho-Ca.jpg", "x"),),
    ),
    Case(
        rules_files.FILE_MISPLACED,
        "content/fairs/co-so-2.md:1:1",
        (put("content/fairs/co-so-2.md", "---\nname: A\nkind: household\nplace: tan-hung\n---\n"),),
    ),
    Case(
        rules_files.FILE_IGNORED,
        "content/products/moi.md.txt:1:1",
        (put("content/products/moi.md.txt", "---\nname: A\n---\n"),),
    ),
    Case(rules_files.FILE_MISSING, f"{NEW}:1:1", (link(NEW, "content/products/khong-co.md"),)),
    Case(rules_files.FILE_UNREADABLE, f"{NEW}:1:1", (folder(NEW),)),
    Case(rules_files.FILE_OUTSIDE, f"{NEW}:1:1", (put("moi.md", new("moi")), link(NEW, "moi.md"))),
    Case(rules_files.FILE_TOO_LARGE, f"{FISH}:1:1", (end(FISH, "Một dòng chữ. " * 20_000),)),
    Case(
        rules_files.TABLE_TOO_LARGE,
        "content/lots/kho-ca.csv:1:1",
        (put("content/lots/kho-ca.csv", "lot\n" + "L1\n" * 1_400_000),),
    ),
    Case(rules_files.FILE_BLANKED, f"{NEW}:3:1", (put(NEW, b"---\nname: A\n" + b"\x00" * 400),)),
    Case(rules_files.ENCODING, f"{NEW}:2:8", (put(NEW, "---\nname: Cá".encode("cp1252")),)),
    Case(
        rules_files.TRANSLATION_OWN_LANGUAGE,
        "content/products/gao.vi.md:1:1",
        (put("content/products/gao.vi.md", "---\nname: Gạo\n---\n"),),
    ),
    Case(
        rules_files.LANGUAGE_UNKNOWN,
        "content/products/gao.fr.md:1:1",
        (put("content/products/gao.fr.md", "---\nname: Riz\n---\n"),),
    ),
    Case(
        rules_files.SLUG_INVALID,
        "content/products/Món Mới.md:1:1",
        (put("content/products/Món Mới.md", new("moi")),),
    ),
    Case(
        rules_files.SLUG_RESERVED,
        "content/products/con.md:1:1",
        (put("content/products/con.md", new("con")),),
    ),
    Case(
        rules_files.FAIR_RESERVED,
        "content/fairs/catalogue.md:1:1",
        (
            put(
                "content/fairs/catalogue.md",
                "---\nname: Hội\nstarts_on: 2026-12-18\nends_on: 2026-12-22\n---\n",
            ),
        ),
    ),
    Case(
        rules_files.SLUG_DUPLICATE,
        "content/places.yaml:3:10",
        (
            swap(
                "content/places.yaml",
                "- {slug: tan-hung",
                "- {slug: vinh-chau, kind: xã, name: A, province: B}\n- {slug: tan-hung",
            ),
        ),
    ),
    Case(rules_keys.FRONT_MATTER_MISSING, f"{NEW}:1:1", (put(NEW, "Một món mới.\n"),)),
    Case(rules_keys.YAML_SYNTAX, f"{FISH}:2:7", (swap(FISH, "name: Khô cá", 'name: "Khô cá'),)),
    Case(rules_keys.KEY_DUPLICATE, f"{FISH}:3:1", (top(FISH, "name: Khô cá lóc"),)),
    Case(rules_keys.KEY_MISSING, f"{FISH}:1:1", (swap(FISH, "group: 8\n", ""),)),
    Case(
        rules_drafts.DRAFT_UNFINISHED,
        f"{FISH}:1:1",
        (swap(FISH, "group: 8\n", "draft: true\n"),),
    ),
    Case(
        rules_drafts.DRAFT_NEEDED,
        f"{FISH}:2:8",
        (top(FISH, "draft: true"), put(FAIR, fair(more="products: [kho-ca]\n"))),
    ),
    Case(
        rules_drafts.DRAFT_RECALLED,
        f"{FISH}:2:8",
        (
            top(FISH, "draft: true"),
            put("content/lots/kho-ca.csv", "lot,status,note\nL1,recalled,Mốc\nL2,ok,\n"),
            put("content/lots/kho-ca.events.csv", "lot,when,step\nL1,2026-01-02,recalled\n"),
        ),
    ),
    Case(rules_keys.KEY_UNKNOWN, f"{FISH}:2:1", (top(FISH, "storge: Nơi mát"),)),
    Case(rules_keys.TYPE_WRONG, f"{FISH}:19:12", (swap(FISH, "90000", "chín chục"),)),
    Case(rules_keys.DATE_IMPOSSIBLE, f"{FISH}:11:15", (swap(FISH, "2026-01-15", "2026-02-30"),)),
    Case(rules_keys.DATES_REVERSED, f"{FAIR}:4:10", (put(FAIR, fair("2026-12-17")),)),
    Case(
        rules_keys.SUMMARY_LONG,
        f"{FISH}:3:10",
        (swap(FISH, "Món kho-ca để thử.", "Một món để thử. " * 12),),
    ),
    Case(rules_keys.TRANSLATION_KEY, f"{ENGLISH}:2:1", (top(ENGLISH, "group: 8"),)),
    Case(
        rules_keys.TRANSLATION_ORPHAN,
        "content/products/moi.en.md:1:1",
        (put("content/products/moi.en.md", "---\nname: New\n---\n"),),
    ),
    Case(rules_keys.PACK_NETS_COUNT, f"{ENGLISH}:2:1", (top(ENGLISH, "pack_nets: [One, two]"),)),
    Case(rules_keys.PHOTO_ALTS_COUNT, f"{ENGLISH}:2:1", (top(ENGLISH, "photo_alts: [One, two]"),)),
    Case(rules_keys.AWARD_NAMES_COUNT, f"{ENGLISH}:2:1", (top(ENGLISH, "award_names: [First]"),)),
    Case(rules_site.SITE_LANGUAGE_UNLISTED, f"{SITE}:4:1", (swap(SITE, "[vi, en]", "[en]"),)),
    Case(rules_site.SITE_LANGUAGE_TWICE, f"{SITE}:4:21", (swap(SITE, "[vi, en]", "[vi, en, en]"),)),
    Case(
        rules_site.THEME_MISSING,
        f"{SITE}:1:8",
        (swap(SITE, "name: Danh", "theme: rien\nname: Danh"),),
    ),
    Case(
        rules_site.THEME_UNUSABLE,
        f"{SITE}:1:8",
        (
            swap(SITE, "name: Danh", "theme: rieng\nname: Danh"),
            swap("themes/rieng/theme.toml", "mua-nuoc-noi", "mua-kho"),
        ),
    ),
    Case(
        rules_templates.THEME_FILE_UNUSED,
        "themes/rieng/web/prodct.html:1:1",
        (
            swap(SITE, "name: Danh", "theme: rieng\nname: Danh"),
            put("themes/rieng/web/prodct.html", "Chào"),
        ),
    ),
    Case(
        rules_templates.THEME_KEY_UNUSED,
        "themes/rieng/strings/vi.toml:1:19",
        (
            swap(SITE, "name: Danh", "theme: rieng\nname: Danh"),
            put("themes/rieng/strings/vi.toml", 'product.storey = "Chuyện"\n'),
        ),
    ),
    *(
        Case(
            rule,
            "themes/rieng/web/home.html:1:1",
            (
                swap(SITE, "name: Danh", "theme: rieng\nname: Danh"),
                put("themes/rieng/web/home.html", text),
            ),
        )
        for rule, text in (
            (rules_templates.TEMPLATE_STRING, '{{ t("product.stoy") }}'),
            (rules_templates.TEMPLATE_VALUE, "{{ page.nme }}"),
            (rules_templates.TEMPLATE_CALL, "{{ scanned() }}"),
            (rules_templates.TEMPLATE_FAILS, "{{ 1/0 }}"),
        )
    ),
    Case(rules_references.UNKNOWN_PRODUCER, f"{FISH}:7:11", (swap(FISH, "co-so", "co-sa"),)),
    Case(rules_references.UNKNOWN_PLACE, f"{MAKER}:4:8", (swap(MAKER, "tan-hung", "tan-hun"),)),
    Case(
        rules_references.UNKNOWN_PRODUCT,
        f"{FAIR}:5:12",
        (put(FAIR, fair(more="products: [kho]\n")),),
    ),
    Case(
        rules_references.BOOTH_PRODUCT,
        f"{FAIR}:7:25",
        (
            put(
                FAIR,
                fair(more="products: [kho-ca]\nbooths:\n- {name: A1, products: [kho-co]}\n"),
            ),
        ),
    ),
    Case(
        rules_references.FAIR_CERTIFICATE,
        f"{FAIR}:5:12",
        (
            put(FAIR, fair("2027-06-20", "products: [gao]\n")),
            swap(RICE, "  legal_basis", "  expires_on: 2027-06-19\n  legal_basis"),
        ),
    ),
    Case(
        rules_references.LINK_BROKEN,
        f"{FISH}:24:14",
        (end(FISH, "Ăn với [cơm](../products/com.md)."),),
    ),
    Case(
        rules_pages.ADDRESS_RESERVED,
        "content/pages/san-pham.md:1:1",
        (put("content/pages/san-pham.md", "---\ntitle: Sản phẩm\n---\nChữ.\n"),),
    ),
    Case(rules_pages.UNKNOWN_VILLAGE, f"{MAKER}:2:10", (top(MAKER, "village: lang-nghe"),)),
)
