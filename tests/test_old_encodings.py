"""Files in Notepad's encodings are read; text that lost its letters on the way is told of."""

from __future__ import annotations

import codecs
import unicodedata
from pathlib import Path

import pytest
from small_project import PLACES, SITE, built, change, everything, project, write

from generator.addresses import ledger
from generator.catalogue.judging.old_encodings import garbled
from generator.catalogue.judging.syllables import _RIMES, is_syllable
from generator.catalogue.reading.files import text_of
from generator.desk.content import load
from generator.plain_files import decoded
from tests.test_ledger import HEAD, PRINTED, row

FORMS = {
    "utf-8 with a mark": lambda text: text.encode("utf-8-sig"),
    "utf-16": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "utf-16 of old Macs": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "utf-16 without a mark": lambda text: text.encode("utf-16-le"),
    "utf-16 of old Macs without a mark": lambda text: text.encode("utf-16-be"),
}


def _told(root: Path) -> list[str]:
    return [each.line_in("en") for each in load(root).problems]


@pytest.mark.parametrize("form", FORMS)
def test_every_file_of_content_is_read_in_every_encoding_of_notepad(
    tmp_path: Path, form: str
) -> None:
    project(tmp_path / "plain")
    project(tmp_path / "saved")
    more = {
        "content/lots/kho-ca.csv": "lot,note\nL1,Mẻ đầu\n",
        "content/lots/kho-ca.events.csv": "lot,when,step\nL1,2026-01-02,harvested\n",
        "content/stocks.yaml": (
            "- {name: to, page: 100 x 100, columns: 1, rows: 1, label: 90 x 90, margin: 5 x 5}\n"
        ),
        "content/pages/gioi-thieu.md": "---\ntitle: Giới thiệu\n---\nChữ có dấu.\n",
    }
    for path, text in more.items():
        write(tmp_path / "plain", path, text)
        write(tmp_path / "saved", path, text)
    for file in (tmp_path / "saved").rglob("*"):
        if file.suffix in {".yaml", ".md", ".csv", ".toml"}:
            text = file.read_text("utf-8").replace("\n", "\r\n")
            file.write_bytes(FORMS[form](text))

    assert _told(tmp_path / "saved") == _told(tmp_path / "plain") == []
    assert built(tmp_path / "saved", only="site") == built(tmp_path / "plain", only="site") == 0
    assert everything(tmp_path / "saved/output") == everything(tmp_path / "plain/output")


@pytest.mark.parametrize("form", FORMS)
def test_a_ledger_in_every_encoding_of_notepad_is_read_and_added_to(
    tmp_path: Path, form: str
) -> None:
    write(tmp_path, "content/site.yaml", SITE)
    write(tmp_path, "content/places.yaml", PLACES)
    file = tmp_path / "content" / ledger.NAME
    file.write_bytes(FORMS[form](f"{HEAD}{row()}".replace("\n", "\r\n")))
    ledger.enter(tmp_path / "content", [PRINTED])
    found = ledger.read(tmp_path / "content")

    assert found.faults == ()
    assert len(found.entries) == 2
    assert file.read_bytes().decode("utf-8-sig").count("\r\n") == 3


def test_a_damaged_utf_16_file_is_told_with_its_place(tmp_path: Path) -> None:
    damaged = codecs.BOM_UTF16_LE + "name: x\ntagline: ".encode("utf-16-le") + b"\x00\xd8a\x00"
    (project(tmp_path) / "content/site.yaml").write_bytes(damaged)
    (told,) = _told(tmp_path)

    assert told.startswith("content/site.yaml:2:10: error[encoding]: ")


@pytest.mark.parametrize("found", [b"", b"a", b"\0", b"a\0", b"\0\0\0\0", "Khô cá".encode()])
def test_no_bytes_are_too_few_to_be_read(found: bytes) -> None:
    assert text_of(found) in {"", "a", "Khô cá"}


GARBLED = {
    "TCVN3": [
        "Kh« c¸ chèt",
        "G¹o",
        "§Æc s¶n T©y Ninh",
        "R\xadîu nÕp",
        "X· T©n H\xadng",
        "Trµ l¸ sen",
    ],
    "VNI": [
        "Khoâ caù choát",
        "Gaïo",
        "Ñaëc saûn",
        "Röôïu neáp",
        "Xaõ Taân Höng",
        "UÛy ban nhaân daân",
    ],
    "UTF-8 was read": [
        *("KhÃ´ cÃ¡", "Gáº¡o", "Äáº·c sáº£n", "NÆ°á»›c máº¯m", "TrÃ\xa0 lÃ¡ sen", "NÆ°á»c máº¯m"),
        *("KhĂ´ cĂ¡ lĂ³c", "Kh√¥ c√°", "G·∫°o", "ƒê·∫∑c s·∫£n"),
    ],
    "have become": [
        "Kh? c? l?c",
        "G?o",
        "??c s?n",
        "N??c m?m",
        "M?t ong tràm",
        "Tr? l? sen",
        "G\ufffdo",
    ],
}
EVERY = [(kind, text) for kind, texts in GARBLED.items() for text in texts]


@pytest.mark.parametrize(("kind", "text"), EVERY)
def test_garbled_words_are_told_in_a_name_of_any_file(tmp_path: Path, kind: str, text: str) -> None:
    change(project(tmp_path), "content/products/kho-ca.md", "name: Khô cá", f'name: "{text}"')
    (told,) = (each for each in _told(tmp_path) if "sign-" not in each)

    assert told.startswith("content/products/kho-ca.md:2:7: warning[text-garbled]: ")
    assert kind in told


PLACES_OF_TEXT = {
    "content/site.yaml": ("tagline: Ba món thử", "tagline: {}", "5:10"),
    "content/places.yaml": ("name: Tân Hưng", "name: {}", "1:36"),
    "content/producers/co-so.md": ("place:", "address: {}\nplace:", "4:10"),
    "content/products/kho-ca.en.md": ("Fish is", "Fish is.\n\n{}\n\nIt is", "7:1"),
    "content/products/gao.md": ("alt: Ảnh gao", "alt: {}", "16:10"),
    "content/products/mam-ca.md": ("Cá tươi được", "Cá.\n\n{}\n\nCá tươi được", "24:1"),
    "content/lots/kho-ca.csv": ("Mẻ đầu", "{}", "2:4"),
}


@pytest.mark.parametrize("path", PLACES_OF_TEXT)
def test_garbled_words_are_told_in_every_field_with_their_place(tmp_path: Path, path: str) -> None:
    write(project(tmp_path), "content/lots/kho-ca.csv", "lot,note\nL1,Mẻ đầu\n")
    old, new, at = PLACES_OF_TEXT[path]
    text = (tmp_path / path).read_text("utf-8")
    write(tmp_path, path, text.replace(old, new.format("Khoâ caù choát ngon"), 1))
    (told,) = _told(tmp_path)

    assert told.startswith(f"{path}:{at}: warning[text-garbled]: ")
    assert "Did you mean “Khô cá chốt ngon”?" in told


ORDINARY = [
    *("5 µm và 10 µg", "m² đất, 20 m³, ½ kg, 25 °C ± 2", "© 2026 Cơ sở", "Coca-Cola® và Brand™"),
    *("Nestlé, Müller, señor, café, naïve, Zoë", "crème brûlée, Citroën, São Paulo, Århus, Køb"),
    *("«cá», «con\ncá»…", "“XÃ”, “MÃ…”", "XÃ\xa0TÂN HƯNG", "ĐÃ – LÀ", "hoà thuận, khoá, uỷ ban"),
    *("Gì? Sao? Ai? Đâu? Hả?!", "https://x.vn/tim?q=ca&b?c", "What?No", "a? b? c?", "gì?có"),
    *("muà hè, cuả, nhièu, caí", "70 × 37 mm · A4 · § 5", "Bjørn, Malmö, façade, jalapeño"),
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_words_are_not_taken_for_garbled_ones(text: str) -> None:
    assert [*garbled(text)] == []


def test_nothing_that_people_wrote_here_is_taken_for_garbled() -> None:
    root = Path(__file__).resolve().parent.parent
    files = [*(root / "content").rglob("*.*"), *(root / "docs").glob("*.md"), root / "README.md"]
    texts = [each for each in files if each.suffix in {".md", ".yaml", ".csv"}]

    assert len(texts) > 50
    assert [one for each in texts for one in garbled(each.read_text("utf-8"))] == []


def test_no_short_syllable_is_taken_for_a_garbled_one_in_any_setting() -> None:
    rimes = [each for each in sorted(_RIMES) if len(each) <= 2]
    words = {
        unicodedata.normalize("NFC", start + rime[: at + 1] + tone + rime[at + 1 :])
        for start in ["", *"bcdđghklmnprstvx"]
        for rime in rimes
        for tone in ["", *"\u0300\u0301\u0303\u0309\u0323"]
        for at in range(len(rime))
    }
    settings = [
        "{}",
        "“{}”",
        "«{}»",
        "{}»",
        "{}\xa0",
        "{}…",
        "{}–",
        "{}’",
        "{}?",
        "{}??",
        "{}®",
        "{}°",
    ]
    shown = [
        form.format(each)
        for word in words
        if is_syllable(word)
        for form in settings
        for each in (word, word.upper())
    ]

    assert len(shown) > 20_000
    assert [each for each in shown if [*garbled(each)]] == []


@pytest.mark.parametrize("sign", ["\u202e", "\u200b", "\u2066", "\ufeff", "\u200f"])
@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("content/products/kho-ca.md", "name: Khô cá", "name: Khô{} cá"),
        ("content/products/kho-ca.md", "alt: Ảnh", "alt: Ảnh{} "),
        ("content/producers/co-so.md", "name: Nơi", "name: Nơi{}"),
        ("content/products/kho-ca.en.md", "name: Dried", "name: Dried{}"),
        ("content/places.yaml", "name: Tân", "name: Tân{}"),
        ("content/lots/kho-ca.csv", "đầu", "đầu{} tiên"),
    ],
)
def test_a_sign_that_nobody_sees_is_doubted(
    tmp_path: Path, path: str, old: str, new: str, sign: str
) -> None:
    write(project(tmp_path), "content/lots/kho-ca.csv", "lot,note\nL1,Mẻ đầu\n")
    change(tmp_path, path, old, new.format(sign))
    (told,) = _told(tmp_path)

    assert told.startswith(f"{path}:")
    assert f"U+{ord(sign):04X}" in told


@pytest.mark.parametrize("order", ["utf-16-le", "utf-16-be"])
def test_accents_that_stand_by_themselves_hide_no_utf_16_without_a_mark(order: str) -> None:
    text = unicodedata.normalize("NFD", "lot,status,note\nL1,ok,Bình thường\n")

    assert decoded(text.encode(order)) == text
