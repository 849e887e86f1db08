"""A catalogue of long names, words, addresses, numbers and tables, for what has to hold them."""

from __future__ import annotations

from pathlib import Path

import small_project
from small_project import change, write

WORD = "Nghiêngnghiênglắtlẻođồngthápmườimùanướcnổicákhôlúamùasenhồng"
NAME = f"Khô cá lóc đồng một nắng ướp muối tiêu xanh, phơi giàn tre, {WORD}"
LINK = f"https://example.com/{'duong-dan-rat-dai-khong-co-dau-cach' * 3}"
MAIL = f"{'phongkinhdoanhvachamsockhachhang' * 2}@{'congtycophan' * 3}.example.com"
CODE = "ma_so_" * 30
STORY = f"""\
{WORD} và {LINK}, cùng `{CODE}`.

## {NAME}

| {WORD} | Độ ẩm tối đa | Nơi kiểm nghiệm mẫu | Ghi chú của người làm |
|---|---|---|---|
| {WORD} | {"1234567890" * 4} | {NAME} | {"Phơi hai nắng, trở mỗi giờ. " * 6} |

> {WORD} {WORD}

- [{NAME}]({LINK})
- {MAIL}
"""
CERTIFICATE = {
    "decision: Số 1": f'decision: "Số {"12345/QĐ-UBND-" * 6}"',
    "issued_by: UBND tỉnh Tây Ninh": f"issued_by: {NAME}",
    "net: 500 g": f"net: {WORD} 500 g",
    "price: 90000": "price: 999999999",
}
FACTS = f"""\
ingredients: {WORD}, {NAME}
allergens: {WORD}
storage: {NAME}
standards: [{WORD}, "{NAME}"]
buy:
  - name: {NAME}
    url: {LINK}
    phone: 0000 000 001
aliases: [/san-pham/ten-cu/]
sample: true
"""
PRODUCER = f"""\
---
name: Hợp tác xã {NAME}
kind: household
place: tan-hung
address: Ấp {WORD}, {NAME}
phone: 0000 000 001
email: {MAIL}
website: {LINK}
sample: true
---
{STORY}
"""
LOTS = f"""\
lot,produced,best_before,quantity,status,note
L26101234567890ABCDE,12/10/2026,12/04/2027,180 {WORD},ok,{WORD}
L26071834567890ABCDE,18/07/2026,18/01/2027,160 {WORD},recalled,{WORD} {NAME.replace(",", "")}
"""
EVENTS = f"""\
lot,when,step,place,actor,note
L26101234567890ABCDE,10/10/2026,bought,{WORD},Hộ nuôi {WORD},700 kg {WORD}
L26101234567890ABCDE,11/10/2026,{WORD},{WORD},,{WORD}
L26101234567890ABCDE,14/10/2026,tested,,{WORD},{WORD}
"""
FAIR = f"""\
---
name: {WORD}
summary: Hội chợ thử
starts_on: 2026-12-18
ends_on: 2099-01-22
hours: 8–18 giờ
venue: Nhà trưng bày
booth: Gian 1
place: tan-hung
products: [kho-ca, gao]
booths: [{{name: {WORD}, products: [gao]}}]
sample: true
---
{STORY}
"""
OFFICE = f"""\
area: {NAME}
description: {NAME} {WORD}
office:
  name: Bộ phận {NAME}
  address: {WORD}
  phone: 0000 000 001
  email: {MAIL}
english:
"""


def project(root: Path) -> Path:
    """The small project, everything in it long."""
    small_project.project(root)
    change(root, "content/site.yaml", "name: Danh mục thử", f"name: Danh mục {WORD}")
    change(root, "content/site.yaml", "english:\n", OFFICE)
    change(root, "content/places.yaml", "name: Tân Hưng", f"name: {WORD}")
    for slug in small_project.PRODUCTS:
        text = small_project.product(slug, name=f"{NAME} {slug}", story=STORY)
        for old, new in CERTIFICATE.items():
            text = text.replace(old, new)
        if slug == "kho-ca":
            text = text.replace("sample: true\n", FACTS)
        write(root, f"content/products/{slug}.md", text)
    change(root, "content/products/gao.md", "status: certified", "status: potential")
    text = (root / "content/products/gao.md").read_text("utf-8")
    start, end = text.index("certificate:"), text.index("photos:")
    write(root, "content/products/gao.md", text[:start] + text[end:])
    english = f"---\nname: {NAME}\nsummary: {WORD}\n---\n{STORY}"
    write(root, "content/products/kho-ca.en.md", english)
    for slug in ("co-so", "hop-tac-xa"):
        write(root, f"content/producers/{slug}.md", PRODUCER)
        write(root, f"content/producers/{slug}.en.md", f"---\nname: {NAME}\n---\n{STORY}")
    write(root, "content/fairs/hoi-cho.md", FAIR)
    write(root, "content/fairs/hoi-cho.en.md", f"---\nname: {NAME}\nsummary: {WORD}\n---\n{STORY}")
    page = f"---\ntitle: {NAME}\nsummary: {WORD}\n---\n{STORY}"
    for slug in ("mot", "hai"):
        write(root, f"content/pages/{slug}.md", page)
        write(root, f"content/pages/{slug}.en.md", page)
    write(root, "content/lots/kho-ca.csv", LOTS)
    write(root, "content/lots/kho-ca.events.csv", EVENTS)
    return root
