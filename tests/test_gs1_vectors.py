"""GS1's own tests say which addresses are right: ours agree on every one with the keys kept here.

`gs1_vectors.tsv` holds facts from the tests of the GS1 Barcode Syntax Engine (November 2026): each
address there with (01), (414) or no key, and the values of its checks for check digits, digits,
character set 82 and dates, set in an address. The verdicts are those of its usual settings.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.addresses.digital_link import build, parse
from generator.addresses.link_errors import DigitalLinkError

LINES = (Path(__file__).parent / "gs1_vectors.tsv").read_text("utf-8").splitlines()
VECTORS = [tuple(line.split("\t")) for line in LINES]


def judged(uri: str) -> str:
    try:
        parse(uri)
    except DigitalLinkError:
        return "refused"
    return "accepted"


@pytest.mark.parametrize("verdict", ["accepted", "refused"])
def test_an_address_of_gs1_s_tests_is_judged_as_there(verdict: str) -> None:
    uris = [uri for wanted, uri in VECTORS if wanted == verdict]

    assert [uri for uri in uris if judged(uri) != verdict] == []


def test_no_vector_was_lost() -> None:
    assert len(set(VECTORS)) == 457
    assert [verdict for verdict, _ in VECTORS].count("accepted") == 175


@pytest.mark.parametrize(
    ("elements", "below"),
    [
        ("01=12312312312326 21=abc123", "01/12312312312326/21/abc123"),
        ("21=ABC123 01=12345678901231", "01/12345678901231/21/ABC123"),
        (
            "01=12312312312326 22=ABC 10=DEF 21=GHI 95=INT",
            "01/12312312312326/22/ABC/10/DEF/21/GHI?95=INT",
        ),
        (
            "21=XYZ 01=12312312312333 10=ABC123 99=XYZ",
            "01/12312312312333/10/ABC123/21/XYZ?99=XYZ",
        ),
        (
            "01=12312312312333 10=ABC+123 99=XYZ+QWERTY",
            "01/12312312312333/10/ABC%2B123?99=XYZ%2BQWERTY",
        ),
        (
            "01=12312312312326 01=12312312312326 10=ABC123 99=XYZ789 99=XYZ789",
            "01/12312312312326/10/ABC123?99=XYZ789",
        ),
        (
            "01=12345678901231 3925=12599 3100=654321",
            "01/12345678901231?3100=654321&3925=12599",
        ),
        ("01=12345678901231 21=XYZ999 250=ABC123", "01/12345678901231/21/XYZ999?250=ABC123"),
        ("99=XYZ789", None),
        ("01=12312312312334", None),
        ("01=12345678901231 02=12345678901231", None),
        ("01=12345678901231 37=123", None),
        ("01=12345678901231 255=5412345000150", None),
        ("01=95012345678903 11=131313", None),
        ("01=12312312312326 99=000001 89=XXX 95=INT", None),
        ("01=12312312312326 99=000001 8200=http://example.com 95=INT", None),
        ("01=12312312312326 235=TPX9526064 99=000001 22=ABC 95=INT", None),
        ("01=12312312312326 22=ABC 10=DEF 99=000001 235=TPX9526064 95=INT", None),
    ],
)
def test_elements_of_gs1_s_tests_are_built_as_there(elements: str, below: str | None) -> None:
    pairs = [(ai, value) for ai, _, value in (each.partition("=") for each in elements.split())]

    try:
        built = build("https://example.com/", pairs)
    except DigitalLinkError:
        assert below is None
    else:
        assert built == f"https://example.com/{below}"
