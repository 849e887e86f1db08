"""Public addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import addresses
from generator.addresses import Redirect, faults
from generator.web.kinds import BY_NAME as KINDS


def test_slugs_fold_vietnamese() -> None:
    assert addresses.slugify("Khô cá chốt Đỗ Thị Ngân") == "kho-ca-chot-do-thi-ngan"
    assert addresses.slugify("Rượu đế, 40°") == "ruou-de-40"


@given(st.text())
def test_a_slug_has_only_letters_digits_and_hyphens(text: str) -> None:
    slug = addresses.slugify(text)

    assert all(c in "abcdefghijklmnopqrstuvwxyz0123456789-" for c in slug)
    assert addresses.slugify(slug) == slug


def test_pages_have_the_addresses_of_the_contract() -> None:
    product, star = KINDS["product"], KINDS["star"]

    assert product.page("gao-thom", "vi") == "san-pham/gao-thom/"
    assert product.page("gao-thom", "en") == "en/products/gao-thom/"
    assert star.page("3", "vi") == "sao/3/"
    assert addresses.home("vi") == ""
    assert addresses.home("en") == "en/"


@pytest.mark.parametrize(
    ("origin", "target", "link"),
    [
        ("", "san-pham/gao-thom/", "san-pham/gao-thom/index.html"),
        ("san-pham/gao-thom/", "", "../../index.html"),
        ("san-pham/gao-thom/", "san-pham/gao-thom/", "index.html"),
        ("Q/7K3M9/", "media/a.webp", "../../media/a.webp"),
        ("en/", "xa/tan-hung/", "../xa/tan-hung/index.html"),
    ],
)
def test_links_are_relative_and_open_from_a_folder(origin: str, target: str, link: str) -> None:
    found = addresses.relative(origin, target)

    assert found == link


def test_a_printed_address_is_upper_case() -> None:
    printed = addresses.printed_url("https://ocop-tanhung.example", "Q/7K3M9")

    assert printed == "HTTPS://OCOP-TANHUNG.EXAMPLE/Q/7K3M9"


def test_a_lower_case_prefix_keeps_its_case_in_print() -> None:
    """A path is case-sensitive on most hosts: upper case would open nothing."""
    printed = addresses.printed_url("https://tayninh.example/ocop", "Q/7K3M9")

    assert printed == "https://tayninh.example/ocop/Q/7K3M9"


@pytest.mark.parametrize(
    ("rule", "redirects"),
    [
        ("alias-clash", [Redirect("c/", "d/", "x.md")]),
        ("alias-clash", [Redirect("a/", "c/", "x.md"), Redirect("a/", "d/", "y.md")]),
    ],
)
def test_an_alias_that_cannot_stand_is_an_error(rule: str, redirects: list[Redirect]) -> None:
    found = faults(redirects, {"c/": ""}, lambda file, _: file)

    assert found
    assert {fault.rule.code for fault in found} == {rule}
