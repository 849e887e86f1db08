"""A catalogue with everything in it that editors can write."""

from __future__ import annotations

from pathlib import Path

from small_project import change, project, write

from generator.catalogue.model import Catalogue
from generator.catalogue.reading.reader import read
from generator.pictures.photos import PhotoFacts, Picture

PHOTOS = {
    name: Picture(PhotoFacts(1600, 1200, ""), name)
    for name in ("kho-ca.jpg", "mam-ca.jpg", "gao.jpg")
}
CERTIFICATE = """\
certificate:
  score: 66.5
  ocop_code: 80-27721-05-2026
"""
PRODUCT_KEYS = """\
brand: Nhãn hiệu mẫu
logo: logo-mon.svg
also_known_as: [Tên cũ]
made_in: vinh-chau-cu
video: https://phim.example/cu
ingredients: Cá, muối
allergens: Có cá
directions: Chiên vàng
storage: Nơi khô mát
warnings: Có thể sót xương
shelf_life: 6 tháng
standards: [TCCS 1]
awards: [{name: Giải cũ, year: 2023, by: Hội thi cũ}]
marks: [{scheme: gi, number: "1", issuer: Nơi cấp cũ, from: 2025, until: 2030-01-15}]
buy: [{name: Chợ cũ, url: "https://cho.example", phone: 0000 000 002}]
aliases: [/san-pham/ten-cu/]
"""
ENGLISH_KEYS = "pack_nets: [a box]\nphoto_alts: [Fish]\naward_names: [Old prize]\n"
FILES = {
    "content/producers/co-so.md": """\
---
name: Nơi làm co-so
kind: household
place: tan-hung
village: lang
address: Ấp Một
phone: 0000 000 001
email: co-so@example.com
website: https://co-so.example
tax_code: "0000000001"
gln: "9520000000004"
founded: 2020
logo: logo-cu.svg
logo_colour: "#123456"
sample: true
---
Hai chị em làm từ năm 2020.
""",
    "content/producers/co-so.en.md": "---\nname: The makers\n---\nTwo sisters.\n",
    "content/villages/lang.md": """\
---
name: Làng một
summary: Làng để thử.
craft: Phơi cá
place: tan-hung
position: 10.8712, 105.6504
map: https://ban-do.example/1
founded: 1990
recognised_on: 2025-11-18
decision: Số 2
recognised_by: UBND tỉnh
sample: true
---
Cả làng làm một nghề.
""",
    "content/villages/khac.md": "---\nname: Làng hai\nplace: vinh-chau\n---\n",
    "content/fairs/hoi-cho.md": """\
---
name: Hội chợ một
summary: Hội chợ để thử.
hours: 8 giờ
venue: Quảng trường
cover: {file: gao.jpg, alt: Lúa chín, credit: Người chụp}
plan: {file: mam-ca.jpg, alt: Gian A1 ở đầu dãy}
starts_on: 2026-12-18
ends_on: 2026-12-22
booth: A1
place: tan-hung
products: [kho-ca, mam-ca]
booths:
  - {name: A1, products: [kho-ca]}
position: 10.8712, 105.6504
map: https://ban-do.example/hoi-cho
sample: true
---
Gian hàng ở dãy đầu.
""",
    "content/pages/gioi-thieu.md": """\
---
title: Về đây
summary: Vài dòng.
menu: 1
---
Do xã làm.
""",
    "content/lots/kho-ca.csv": """\
lot,produced,best_before,quantity,status,note
L1,2026-01-02,2026-07-02,180 gói,ok,Lô thử
L2,2026-01-01,2026-07-01,90 gói,recalled,Lô hỏng
""",
    "content/lots/kho-ca.events.csv": """\
lot,when,step,place,actor,gln,note
L1,2026-01-02,packed,Xưởng,Cơ sở,9520000000004,Ghi
L2,2026-01-09,recalled,,,,Báo người mua
""",
}
SITE = """\
former_base_urls: [https://cu.example]
share_cards: true
description: Danh mục để thử.
area: Vùng thử
office: {name: Bộ phận thử, address: Ấp Hai, phone: 0000 000 003, email: ocop@example.com}
labels: {stock: nhiet-50x30, printer: 300}
press: {profile: giay-trang.icc}
mark: {file: dau.png}
"""
OLD_PLACE = """\
- slug: vinh-chau-cu
  kind: xã
  name: Vĩnh Lợi
  district: Tân Hưng
  province: Long An
  now: tan-hung
"""


def everything(root: Path) -> Catalogue:
    """A project in which every key is used, as it was read."""
    project(root)
    for path, text in FILES.items():
        write(root, path, text)
    kho_ca = "content/products/kho-ca.md"
    change(root, kho_ca, "certificate:\n", PRODUCT_KEYS + CERTIFICATE)
    change(root, kho_ca, "    alt: Ảnh kho-ca\n", "    alt: Ảnh kho-ca\n    credit: Người vẽ\n")
    change(root, "content/products/kho-ca.en.md", "summary", ENGLISH_KEYS + "summary")
    change(root, "content/site.yaml", "english:\n", SITE + "english:\n")
    places = (root / "content/places.yaml").read_text("utf-8")
    coded = places.replace("Tây Ninh}", 'Tây Ninh, code: "27721", province_code: "80"}')
    write(root, "content/places.yaml", coded + OLD_PLACE)
    reading = read(root)
    assert reading.catalogue is not None, [p.line_in("en") for p in reading.problems]
    assert reading.problems == (), [p.line_in("en") for p in reading.problems]
    parts = {name: getattr(reading.catalogue, name) for name in Catalogue.model_fields}
    # Numbers for examples want sample products, whose mark would hide that of a fair.
    plain = tuple(each.model_copy(update={"sample": False}) for each in reading.catalogue.products)
    return Catalogue.model_construct(**parts | {"products": plain})
