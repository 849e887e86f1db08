"""GS1 Digital Link, any of it: what is built is read back, what is damaged is read or refused."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean
from test_digital_link import ALPHANUMERIC, GLN, GTIN, STEM

from generator.addresses.digital_link import build, parse, upper_case
from generator.addresses.gs1_identifiers import CSET_82
from generator.addresses.link_errors import DigitalLinkError

TEXT = st.text(CSET_82, min_size=1, max_size=20)
UPPER = [each for each in CSET_82 if not each.islower()]
DAYS = st.dates(date(2000, 1, 1), date(2049, 12, 31))
GTINS = (
    st.integers(0, 10**13 - 1).map(lambda n: f"{n:013}").map(lambda n: n + ean.calc_check_digit(n))
)


PLACES = (
    st.integers(0, 10**12 - 1).map(lambda n: f"{n:012}").map(lambda n: n + ean.calc_check_digit(n))
)
STEMS = st.sampled_from([STEM, f"{STEM}/ocop", "HTTPS://A.EXAMPLE:8443", "http://[::1]/01/x"])
DATED = st.fixed_dictionaries({}, optional=dict.fromkeys(["11", "13", "15", "16", "17"], DAYS))
OTHERS = st.dictionaries(st.sampled_from(["240", "3103", "7003", "99"]), TEXT)


@given(
    gtin=GTINS,
    qualifiers=st.fixed_dictionaries({}, optional={"22": TEXT, "10": TEXT, "21": TEXT}),
    dates=DATED,
    others=OTHERS,
    stem=STEMS,
)
def test_what_is_built_is_read_back(
    gtin: str,
    qualifiers: dict[str, str],
    dates: dict[str, date],
    others: dict[str, str],
    stem: str,
) -> None:
    after = {ai: f"{day:%y%m%d}" for ai, day in dates.items()} | others
    uri = build(stem, [*qualifiers.items(), ("01", gtin), *after.items()])
    link = parse(uri)

    assert link.elements == {"01": gtin, **qualifiers, **after}
    assert link.stem == stem
    assert link.uri == uri


@given(gln=PLACES, extension=st.none() | TEXT, stem=STEMS)
def test_what_is_built_of_a_place_is_read_back(gln: str, extension: str | None, stem: str) -> None:
    qualifiers = [("254", extension)] if extension else []
    uri = build(stem, [*qualifiers, ("414", gln)])

    assert parse(uri).path == (("414", gln), *qualifiers)
    assert (parse(uri).stem, parse(uri).uri) == (stem, uri)


@given(gtin=GTINS, lot=st.text(UPPER, min_size=1, max_size=20))
def test_the_upper_case_form_says_the_same_in_a_code_s_alphanumeric_mode(
    gtin: str, lot: str
) -> None:
    uri = build(STEM, [("01", gtin), ("10", lot)])
    printed = upper_case(uri)

    assert parse(printed).elements == parse(uri).elements
    assert set(printed) - set("_") <= ALPHANUMERIC


WHOLE = f"{STEM}/ocop/01/{GTIN}/22/2A/10/L%2F1/21/7?17=270505&99=x&utm=zalo#top"
MUTATION = st.tuples(
    st.integers(0, len(WHOLE)), st.integers(0, 3), st.text(max_size=3) | st.sampled_from("/?&=%#01")
)


@given(st.lists(MUTATION, min_size=1, max_size=4), st.sampled_from([WHOLE, f"{STEM}/414/{GLN}"]))
def test_a_damaged_address_is_read_or_refused_and_nothing_else(
    mutations: list[tuple[int, int, str]], uri: str
) -> None:
    for at, length, text in mutations:
        uri = uri[:at] + text + uri[at + length :]
    link, reason = None, ""
    try:
        link = parse(uri)
    except DigitalLinkError as error:
        reason = error.text("vi")

    assert (parse(link.uri).elements == link.elements) if link else reason


@given(
    st.text(max_size=80)
    | st.from_regex(r"https://a/01/\d{14}(/10/.{1,5})?(\?.{0,9})?", fullmatch=True)
)
def test_any_text_is_either_read_or_refused_with_a_reason(text: str) -> None:
    link, reason = None, ""
    try:
        link = parse(text)
    except DigitalLinkError as error:
        reason = error.text("vi")

    assert (parse(link.uri).uri == link.uri) if link else reason
