"""Fairs: when, where, what stands at which booth, and the files that calendars take."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

import icalendar
import pytest
from small_project import built, project, write

from generator.desk.content import load
from generator.web.hours import opening

FAIR = """\
---
name: Hội chợ mẫu, lần một
summary: Ba ngày để thử.
starts_on: 2026-12-18
ends_on: 2026-12-20
hours: 8:00–20:00
venue: Nhà trưng bày mẫu
place: tan-hung
position: 10.8712, 105.6504
products: [kho-ca, gao]
booths:
  - {name: Gian 12, products: [kho-ca]}
  - {name: Gian 13, products: []}
plan: {file: kho-ca.jpg, alt: Gian 12 ở giữa dãy}
sample: true
---
"""
ENGLISH = "---\nname: Sample fair\nhours: 8 am to 8 pm\n---\n"
ONE_DAY = (
    "---\nname: Phiên chợ\nstarts_on: 2026-11-01\nends_on: 2026-11-01\nhours: 8h30 - 20h\n---\n"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = project(tmp_path_factory.mktemp("fairs") / "p")
    write(root, "content/fairs/hoi-cho.md", FAIR)
    write(root, "content/fairs/hoi-cho.en.md", ENGLISH)
    write(root, "content/fairs/phien-cho.md", ONE_DAY)
    assert [str(each) for each in load(root).problems if "fairs" in str(each)] == []
    assert built(root, "site") == 0
    return root / "output" / "site"


def event(site: Path, path: str) -> icalendar.Event:
    (found,) = icalendar.Calendar.from_ical((site / path).read_bytes()).walk("VEVENT")
    assert isinstance(found, icalendar.Event)
    return found


def test_a_fair_of_several_days_takes_whole_days_up_to_the_day_after(site: Path) -> None:
    found = event(site, "hoi-cho/hoi-cho/hoi-cho.ics")

    assert (found.start, found.end) == (date(2026, 12, 18), date(2026, 12, 21))
    assert found["SUMMARY"] == "Hội chợ mẫu, lần một (Dữ liệu mẫu)"
    assert found["LOCATION"].startswith("Nhà trưng bày mẫu, xã Tân Hưng")
    assert found["GEO"].to_ical() == "10.8712;105.6504"
    assert found["URL"].endswith("/hoi-cho/hoi-cho/")
    assert "Giờ mở cửa: 8:00–20:00" in found["DESCRIPTION"]
    assert "Gian hàng: Gian 12, Gian 13" in found["DESCRIPTION"]


def test_a_fair_of_one_day_takes_its_hours_in_the_time_of_viet_nam(site: Path) -> None:
    found = event(site, "hoi-cho/phien-cho/phien-cho.ics")

    assert isinstance(found.start, datetime)
    assert found.start.utcoffset() == timedelta(hours=7)
    assert found.start.replace(tzinfo=None) == datetime(2026, 11, 1, 8, 30)
    assert found.end.replace(tzinfo=None) == datetime(2026, 11, 1, 20)
    # Programs that don't know the zone by its name go by what the file itself says of it.
    assert b"\r\nTZOFFSETTO:+0700\r\n" in (site / "hoi-cho/phien-cho/phien-cho.ics").read_bytes()


def test_each_language_has_its_own_calendar_file(site: Path) -> None:
    found = event(site, "en/fairs/hoi-cho/hoi-cho.ics")

    assert found["SUMMARY"].startswith("Sample fair")
    assert "8 am to 8 pm" in found["DESCRIPTION"]
    assert not (site / "en/fairs/phien-cho").exists()
    page = (site / "en/fairs/hoi-cho/index.html").read_text("utf-8")
    assert '<h2><span lang="vi">Gian 12</span></h2>' in page


def test_a_page_has_calendars_map_plan_and_the_products_by_booth(site: Path) -> None:
    html = (site / "hoi-cho/hoi-cho/index.html").read_text("utf-8")

    assert 'href="hoi-cho.ics"' in html
    assert "dates=20261218%2F20261221" in html
    assert "openstreetmap.org" in html
    assert 'alt="Gian 12 ở giữa dãy"' in html
    assert html.index("<h2>Gian 12</h2>") < html.index("<h2>Sản phẩm khác tại hội chợ</h2>")
    assert "<h2>Gian 13</h2>" not in html
    assert html.count('<li class="card"') == 2


def test_the_list_has_the_latest_first_with_days_and_what_is_sample(site: Path) -> None:
    html = (site / "hoi-cho/index.html").read_text("utf-8")

    assert html.index("Hội chợ mẫu") < html.index("Phiên chợ")
    assert 'data-from="2026-12-18" data-until="2026-12-20"' in html
    assert html.count("Dữ liệu mẫu") == 1


@pytest.mark.parametrize(
    ("hours", "wanted"),
    [
        ("8:00–20:00", (time(8), time(20))),
        ("8h30 - 20h", (time(8, 30), time(20))),
        ("8 giờ – 21 giờ", (time(8), time(21))),
        ("từ 7g00 đến 17g30", (time(7), time(17, 30))),
        ("8 giờ 30 – 21 giờ", (time(8, 30), time(21))),
        ("20:00–2:00", None),
        ("8:00–8:00", None),
        ("8:00–11:00, 13:00–17:00", None),
        ("Cả ngày", None),
        ("8 giờ", None),
        ("25:00–26:00", None),
        (None, None),
    ],
)
def test_hours_are_told_where_they_are_plain(
    hours: str | None, wanted: tuple[time, time] | None
) -> None:
    assert opening(hours) == wanted
