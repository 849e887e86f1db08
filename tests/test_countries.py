"""The country of origin is content: on labels, to search engines; VN where none is named."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from press_samples import THEME
from small_project import built, change, project, run

from generator.catalogue.model.countries import country_name, is_country
from generator.catalogue.reading.reader import read
from generator.press import labels
from generator.press.run import Run
from generator.press.stocks import shipped
from generator.theme import press_words


@pytest.mark.parametrize(("line", "code", "name"), [("", "VN", "Việt Nam"), ("LA", "LA", "Lào")])
def test_label_and_search_engines_name_the_sites_country(
    tmp_path: Path, line: str, code: str, name: str
) -> None:
    project(tmp_path)
    if line:
        change(tmp_path, "content/site.yaml", "tagline:", f"country: {line}\ntagline:")
    found = read(tmp_path).catalogue
    assert found is not None
    order = Run(found.by_slug["kho-ca"], shipped()["a4-105x74"], date(2026, 6, 1), "label")
    told = json.dumps(labels.values_of(found, order, press_words(THEME, "vi")), ensure_ascii=False)
    assert built(tmp_path, only="site") == 0
    page = (tmp_path / "output/site/san-pham/kho-ca/index.html").read_text("utf-8")

    assert name in told
    assert ("Việt Nam" in told) is (code == "VN")
    assert f'"addressCountry":"{code}"' in page.replace('": "', '":"')
    assert f'"@type":"Country","name":"{code}"' in page.replace('": "', '":"').replace(", ", ",")


@pytest.mark.parametrize("wrong", ["vn", "Việt Nam", "ZZ", "EU", "VNM"])
def test_what_is_no_country_is_an_error(tmp_path: Path, wrong: str) -> None:
    project(tmp_path)
    change(tmp_path, "content/site.yaml", "tagline:", f"country: {wrong}\ntagline:")
    status, out, err = run(tmp_path, "check")

    assert status == 1
    assert "content/site.yaml:5:10" in out + err
    assert "VN" in out + err
    assert not is_country(wrong)


def test_norway_is_a_country_though_yaml_has_another_meaning_for_its_letters(
    tmp_path: Path,
) -> None:
    project(tmp_path)
    change(tmp_path, "content/site.yaml", "tagline:", "country: NO\ntagline:")
    found = read(tmp_path).catalogue

    assert found is not None
    assert country_name(found.site.country, "vi") == "Na Uy"
