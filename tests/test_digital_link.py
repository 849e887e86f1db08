"""GS1 Digital Link: what is built, what is read, and what is refused for which reason."""

from __future__ import annotations

import inspect
import pickle
import re
from pathlib import Path

import pytest

from generator.addresses import digital_link, link_errors
from generator.addresses.digital_link import (
    build,
    parse,
    upper_case,
)
from generator.addresses.gs1_identifiers import KEYS, PATH_ONLY, known
from generator.addresses.link_errors import DigitalLinkError

STEM = "https://ocop.example"
GTIN = "09521234500018"
GLN = "9521234500001"
AT = f"{STEM}/01/{GTIN}"
ALPHANUMERIC = {*"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"}
"""The 45 characters of a QR code's alphanumeric mode."""


def test_a_gtin_of_any_length_is_built_with_fourteen_digits() -> None:
    assert build(STEM, [("01", "9521234500018")]) == AT
    assert build(STEM, [("01", GTIN)]) == AT
    assert build(STEM, [("01", "95200002")]) == f"{STEM}/01/00000095200002"


def test_qualifiers_stand_in_the_path_in_the_order_22_10_21() -> None:
    built = build(STEM, [("21", "7"), ("10", "L1"), ("22", "2A"), ("01", GTIN)])

    assert built == f"{AT}/22/2A/10/L1/21/7"


def test_dates_stand_in_the_query_with_six_digits() -> None:
    built = build(STEM, [("15", "270505"), ("11", "261105"), ("01", GTIN), ("10", "L1")])

    assert built == f"{AT}/10/L1?15=270505&11=261105"


def test_attributes_of_predefined_length_come_first_and_keep_their_order_else() -> None:
    built = build(
        STEM, [("01", GTIN), ("99", "B"), ("17", "270505"), ("98", "A"), ("11", "261105")]
    )

    assert built == f"{AT}?17=270505&11=261105&99=B&98=A"


def test_all_but_unreserved_characters_are_encoded_with_capital_digits() -> None:
    assert build(STEM, [("01", GTIN), ("10", "a-b._/+?")]) == f"{AT}/10/a-b._%2F%2B%3F"
    assert build(STEM, [("01", GTIN), ("99", "1+1=2")]).endswith("?99=1%2B1%3D2")


@pytest.mark.parametrize(
    "stem", [f"{STEM}/", f"{STEM}/ocop", "HTTPS://OCOP.EXAMPLE/OCOP", "http://a:8080"]
)
def test_a_stem_is_a_host_with_a_path_and_needs_no_slash(stem: str) -> None:
    assert build(stem, [("01", GTIN)]) == f"{stem.rstrip('/')}/01/{GTIN}"


@pytest.mark.parametrize(
    ("stem", "error"),
    [
        ("ocop.example", "SchemeError"),
        ("Https://ocop.example", "SchemeError"),
        ("https://", "HostError"),
        ("https://ocop..example", "HostError"),
        ("https://me@ocop.example", "HostError"),
        ("https://ocop.example/?x=", "StemError"),
        ("https://ocop.example/#x", "StemError"),
        ("https://ocop.example/a//b", "StemError"),
        ("https://ocop.example/đường", "CharacterError"),
    ],
)
def test_a_stem_that_can_t_stand_is_refused(stem: str, error: str) -> None:
    with pytest.raises(DigitalLinkError) as caught:
        build(stem, [("01", GTIN)])

    assert type(caught.value).__name__ == error


@pytest.mark.parametrize(
    ("elements", "error"),
    [
        ([("10", "L1")], "KeyMissingError"),
        ([("01", "9521234500019")], "ContentError"),
        ([("01", "952123450001")], "ContentError"),
        ([("01", "95212345000189")], "ContentError"),
        ([("01", "952123450")], "LengthError"),
        ([("01", "952123450001A")], "CharacterSetError"),
        ([("01", GTIN), ("10", "")], "EmptyError"),
        ([("01", GTIN), ("10", "L" * 21)], "LengthError"),
        ([("01", GTIN), ("10", "lô 1")], "CharacterSetError"),
        ([("01", GTIN), ("10", "A"), ("10", "B")], "DuplicateError"),
        ([("01", GTIN), ("235", "X"), ("22", "A")], "PlaceError"),
        ([("01", GTIN), ("8200", "A")], "PlaceError"),
        ([("01", GTIN), ("17", "270230")], "ContentError"),
        ([("01", GTIN), ("89", "A")], "UnknownIdentifierError"),
        ([("01", GTIN), ("37", "5")], "CompanionForbiddenError"),
        ([("01", GTIN), ("12", "270505")], "CompanionForbiddenError"),
        ([("414", GLN), ("17", "270505")], "CompanionMissingError"),
        ([("414", "9521234500002")], "ContentError"),
        ([("414", GLN), ("22", "A")], "PlaceError"),
    ],
)
def test_elements_that_the_standard_forbids_are_not_built(
    elements: list[tuple[str, str]], error: str
) -> None:
    with pytest.raises(DigitalLinkError) as caught:
        build(STEM, elements)

    assert type(caught.value).__name__ == error


def test_a_uri_is_taken_apart() -> None:
    link = parse(f"{STEM}/ocop/01/{GTIN}/22/2A/10/L%2F1/21/7?17=270505&99=x&utm=zalo#top")

    assert link.stem == f"{STEM}/ocop"
    assert link.path == (("01", GTIN), ("22", "2A"), ("10", "L/1"), ("21", "7"))
    assert (link.gtin, link.lot) == (GTIN, "L/1")
    assert link.attributes == (("17", "270505"), ("99", "x"))
    assert link.others == ("utm=zalo",)


@pytest.mark.parametrize(
    "uri",
    [
        AT.replace("https", "http"),
        AT.upper(),
        f"HTTP://a/01/{GTIN}",
        f"https://a./01/{GTIN}",
        f"https://a:65535/01/{GTIN}",
        f"https://192.0.2.7/01/{GTIN}",
        f"https://[2001:db8::7]/01/{GTIN}",
        f"https://xn--nhn-hoa.example/01/{GTIN}",
        f"{STEM}/01/anything/01/{GTIN}",
        f"{AT}?",
        f"{AT}#",
        f"{AT}#cert",
        f"{AT}?&&17=270505&&&",
        f"{AT}?17=270500",
        f"{AT}?flag&17=270505",
        f"{AT}/10/a%2db",
        f"{AT}/10/a+b",
        f"{AT}/10/01",
    ],
)
def test_a_uri_that_the_standard_allows_is_read(uri: str) -> None:
    assert parse(uri).gtin == GTIN


@pytest.mark.parametrize(
    ("uri", "error"),
    [
        ("", "SchemeError"),
        (AT.replace("https", "ftp"), "SchemeError"),
        (AT.replace("https", "Https"), "SchemeError"),
        (f"https:///01/{GTIN}", "HostError"),
        (f"https://a_b/01/{GTIN}", "HostError"),
        (f"https://a:99999/01/{GTIN}", "HostError"),
        (f"https://-a/01/{GTIN}", "HostError"),
        (f"https://[fe80::1%25eth0]/01/{GTIN}", "HostError"),
        (f"https://[1::2::3]/01/{GTIN}", "HostError"),
        (f"https://01/{GTIN}", "KeyMissingError"),
        (STEM, "KeyMissingError"),
        (f"{STEM}/", "SlashError"),
        (f"{AT}/", "SlashError"),
        (f"{AT}/10/L1/", "SlashError"),
        (f"{STEM}/gtin/{GTIN}", "AbolishedNameError"),
        (f"{AT}/lot/L1", "AbolishedNameError"),
        (f"{STEM}/Q/7K3M9", "KeyMissingError"),
        (f"{AT}/89/L1", "KeyMissingError"),
        (f"{AT}/10", "KeyMissingError"),
        (f"{AT}/10//21/7", "EmptyError"),
        (f"{AT}?17=", "EmptyError"),
        (f"{STEM}/01/9521234500018", "ShortGtinError"),
        (f"{STEM}/01/95200002", "ShortGtinError"),
        (f"{STEM}/01/9521234500019", "LengthError"),
        (f"{STEM}/01/09521234500019", "ContentError"),
        (f"{AT}/10/L 1", "CharacterError"),
        (f'{AT}/10/"', "CharacterError"),
        (f"{AT}/10/Lô", "CharacterError"),
        (f"{AT}/10/L%C3%B4", "CharacterSetError"),
        (f"{AT}/10/L%201", "CharacterSetError"),
        (f"{AT}/10/%00", "CharacterSetError"),
        (f"{AT}/10/50%", "PercentError"),
        (f"{AT}/10/%4G", "PercentError"),
        (f"{AT}/10/{'L' * 21}", "LengthError"),
        (f"{AT}/10/A/22/B", "OrderError"),
        (f"{AT}/21/A/10/B", "OrderError"),
        (f"{AT}/10/A/235/B", "OrderError"),
        (f"{AT}/10/A/10/B", "DuplicateError"),
        (f"{AT}/17/270505", "OrderError"),
        (f"{AT}?10=L1", "QualifierInQueryError"),
        (f"{AT}?21=7", "PlaceError"),
        (f"{AT}?8200=x", "PlaceError"),
        (f"{AT}?17=270505&17=270505", "DuplicateError"),
        (f"{AT}?01={GTIN}", "DuplicateError"),
        (f"{AT}?999=x", "UnknownIdentifierError"),
        (f"{AT}?17=271305", "ContentError"),
        (f"{AT}?17=2705", "LengthError"),
        (f"{AT}?99=a+b", "CharacterSetError"),
        (f"{AT}?02={GTIN}&37=2", "CompanionForbiddenError"),
        (f"{AT}?414={GLN[:-1]}2", "ContentError"),
        (f"{AT}?01=9521234500018", "ShortGtinError"),
        (f"{STEM}/414/{GLN}?01=9521234500018", "ShortGtinError"),
        (f"{STEM}/414/{GLN}?01=952123450001", "LengthError"),
        (f"{STEM}/414/{GLN}?01=95200002", "ShortGtinError"),
        (f"{STEM}/414/{GLN}?254=7", "PlaceError"),
        (f"{STEM}/414/{GLN}/10/L1", "OrderError"),
        (f"{STEM}/414/{GLN}?10=L1", "CompanionMissingError"),
        (f"{STEM}/414/{GLN}/", "SlashError"),
        (f"{STEM}/gln/{GLN}", "AbolishedNameError"),
        (f"{STEM}/00/395212345000000019", "KeyMissingError"),
        (f"{AT}/8004/9521ABC", "OrderError"),
    ],
)  # fmt: skip
def test_a_uri_that_the_standard_forbids_is_refused_for_its_reason(uri: str, error: str) -> None:
    with pytest.raises(DigitalLinkError) as caught:
        parse(uri)

    assert type(caught.value).__name__ == error


@pytest.mark.parametrize("short", ["9521234500018", "416000336108", "95200002"])
@pytest.mark.parametrize("place", ["/01/{}", "/01/{}/10/L1", f"/414/{GLN}?01={{}}"])
def test_a_short_gtin_is_refused_with_its_fourteen_digits(place: str, short: str) -> None:
    with pytest.raises(link_errors.ShortGtinError) as caught:
        parse(STEM + place.format(short))

    assert short.zfill(14) in caught.value.text("vi")
    assert parse(STEM + place.format(short.zfill(14)))


def test_a_place_is_read_with_its_extension_and_is_no_gtin() -> None:
    link = parse(f"{STEM}/414/{GLN}/254/7?01={GTIN}&10=L1")

    assert link.path == (("414", GLN), ("254", "7"))
    assert link.attributes == (("01", GTIN), ("10", "L1"))
    assert (link.gtin, link.lot) == (None, None)


@pytest.mark.parametrize("value", ["1", "Z", "a%2Fb", "9" * 90])
def test_another_identifier_after_the_question_mark_is_passed_on_as_it_is(value: str) -> None:
    for ai in ("240", "3103", "3922", "7003", "8005", "99"):
        assert parse(f"{AT}?{ai}={value}").uri == f"{AT}?{ai}={value}"


def test_another_identifier_is_judged_by_its_number_and_its_characters() -> None:
    for number in range(10_000):
        for ai in {f"{number:02}", f"{number:03}", f"{number:04}"}:
            if not known(ai):
                with pytest.raises(link_errors.UnknownIdentifierError):
                    parse(f"{AT}?{ai}=1")
    for wrong in ("9" * 91, "%23", "%C3%B4", "a+b"):
        with pytest.raises(DigitalLinkError):
            parse(f"{AT}?99={wrong}")


def test_the_identifiers_that_the_rules_name_exist() -> None:
    assert all(known(ai) for ai in (*KEYS, *sum(KEYS.values(), ()), *PATH_ONLY))


def test_a_stem_with_a_doubled_slash_is_kept_as_it_was_written() -> None:
    assert parse(f"{STEM}//01/{GTIN}").uri == f"{STEM}//01/{GTIN}"


def test_an_upper_case_uri_fits_a_codes_alphanumeric_mode() -> None:
    printed = upper_case(f"{AT}/10/L-01")

    assert printed == f"HTTPS://OCOP.EXAMPLE/01/{GTIN}/10/L-01"
    assert set(printed) <= ALPHANUMERIC
    assert parse(printed).elements == parse(f"{AT}/10/L-01").elements
    assert "?" not in ALPHANUMERIC


@pytest.mark.parametrize("uri", [f"{AT}/10/a", f"{STEM}/ocop/01/{GTIN}"])
def test_a_uri_with_letters_that_matter_is_not_put_in_upper_case(uri: str) -> None:
    with pytest.raises(link_errors.CaseError):
        upper_case(uri)


REASONS = [
    kind
    for _, kind in inspect.getmembers(link_errors, inspect.isclass)
    if issubclass(kind, DigitalLinkError) and kind is not DigitalLinkError
]


@pytest.mark.parametrize("kind", REASONS)
def test_every_reason_is_told_in_both_languages_and_survives_a_worker(
    kind: type[DigitalLinkError],
) -> None:
    names = set(re.findall(r"{(\w+)}", kind.vi + kind.en))
    error = kind(**dict.fromkeys(names, "x"))

    assert kind.vi != kind.en or kind.__bases__ != (DigitalLinkError,)
    assert str(pickle.loads(pickle.dumps(error))) == error.text("en")  # noqa: S301 (our own)


def test_every_reason_has_a_test() -> None:
    source = Path(__file__).read_text("utf-8")

    assert [kind.__name__ for kind in REASONS if kind.__name__ not in source] == []


def test_the_module_is_of_the_room_s_public_names() -> None:
    from generator import addresses

    assert addresses.digital_link is digital_link
