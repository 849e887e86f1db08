"""Products and lots renamed, deleted, withdrawn, given other codes at random: no address fails.

Either the build is refused with an error that names the address, or the site serves there the page
of the product (and lot) that it was printed for, or of one whose file says that it stands for it.
(A file written anew under the old name with the old code is that product, as far as anyone can
tell.)
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import ClassVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from small_project import PLACES, built, project, write

from generator import addresses, theme
from generator.addresses.ledger import Printing, enter
from generator.catalogue.problems.problem import (
    Problem,
    Severity,
)
from generator.desk.content import Content, load
from generator.web.plan import plan

ROOT = Path(__file__).resolve().parent.parent
CHAIN = theme.chain("mua-nuoc-noi", [ROOT / "themes"])
HOSTS = ["https://ocop.example.vn", "https://khac.example.vn", "https://ocop.example.vn/ocop"]
SLUGS = st.sampled_from(["a", "b", "c", "d"])
CODES = st.sampled_from(["AAAA", "BBBB", "CCCC", "DDDD"])
LOTS = st.sampled_from(["L1", "L2"])
GTINS = st.sampled_from(["", "9521234500018", "9521234500025", "9521234500032"])


@dataclass(frozen=True)
class Facts:
    """A product's file."""

    code: str
    gtin: str = ""
    status: str = "potential"
    aliases: tuple[str, ...] = ()

    @property
    def paths(self) -> list[str]:
        scans = [alias.strip("/") for alias in self.aliases if alias.startswith("/Q/")]
        return [f"Q/{self.code}", *scans, *([f"01/{self.gtin.zfill(14)}"] if self.gtin else [])]

    def text(self, slug: str) -> str:
        gtin = f'gtin: "{self.gtin}"\n' if self.gtin else ""
        aliases = f"aliases: [{', '.join(self.aliases)}]\n" if self.aliases else ""
        return (
            f"---\nname: Món {slug}\nstatus: {self.status}\ncode: {self.code}\n{gtin}group: 8\n"
            f"producer: co-so\n{aliases}sample: true\n---\nKể sau.\n"
        )


@dataclass(frozen=True)
class Promise:
    """What a pack says: this address leads to the product that then had this name, and its lot."""

    path: str
    slug: str
    host: str
    lot: str | None = None

    @property
    def address(self) -> str:
        page = addresses.lot_path(self.path, self.lot) if self.lot else self.path
        return addresses.printed_url(self.host, page)


class Editors(RuleBasedStateMachine):
    """Editors who do whatever comes to their minds, and a press that prints what may be printed."""

    known: ClassVar[dict[str, Content]] = {}

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.products: dict[str, Facts] = {}
        self.lots: dict[str, set[str]] = {}
        self.promises: list[Promise] = []
        self.host = HOSTS[0]
        self.former: list[str] = []

    def teardown(self) -> None:
        self.the_site_has_those_pages()
        shutil.rmtree(self.root)

    def the_site_has_those_pages(self) -> None:
        """What the files promise by their keys is what a build would make."""
        content = self.reading()
        if errors(content) or content.catalogue is None:
            return
        planned = plan(content.catalogue, content.pictures, self.root / "content", CHAIN)
        made = {path: each.values.get("about") for each in planned.artifacts for path in each.paths}
        for slug, facts in self.products.items():
            for path in facts.paths:
                assert made[f"site/{path}/index.html"] == ("product", slug)
                for lot in self.lots.get(slug, ()):
                    assert f"site/{addresses.lot_path(path, lot)}/index.html" in made

    @initialize()
    def start(self) -> None:
        write(self.root, "content/places.yaml", PLACES)
        producer = "---\nname: Cơ sở\nkind: household\nplace: tan-hung\nsample: true\n---\n"
        write(self.root, "content/producers/co-so.md", producer)
        for slug, code in (("a", "AAAA"), ("b", "BBBB")):
            self.create(slug, code)
        for slug in ("a", "b"):
            self.print_labels(slug)

    @rule(slug=SLUGS, code=CODES)
    def create(self, slug: str, code: str) -> None:
        if slug not in self.products:
            self.products[slug] = Facts(code)

    @rule(slug=SLUGS)
    def delete(self, slug: str) -> None:
        self.products.pop(slug, None)
        self.lots.pop(slug, None)

    @rule(slug=SLUGS, lot=LOTS)
    def list_lot(self, slug: str, lot: str) -> None:
        if slug in self.products:
            self.lots.setdefault(slug, set()).add(lot)

    @rule(slug=SLUGS, lot=LOTS)
    def strike_lot(self, slug: str, lot: str) -> None:
        self.lots.get(slug, set()).discard(lot)

    @rule(old=SLUGS, new=SLUGS)
    def rename(self, old: str, new: str) -> None:
        if old in self.products and new not in self.products:
            self.products[new] = self.products.pop(old)
            self.lots[new] = self.lots.pop(old, set())

    @rule(slug=SLUGS, code=CODES)
    def recode(self, slug: str, code: str) -> None:
        self.alter(slug, code=code)

    @rule(slug=SLUGS, gtin=GTINS)
    def renumber(self, slug: str, gtin: str) -> None:
        self.alter(slug, gtin=gtin)

    @rule(slug=SLUGS, status=st.sampled_from(["potential", "withdrawn"]))
    def withdraw(self, slug: str, status: str) -> None:
        self.alter(slug, status=status)

    @rule(slug=SLUGS, alias=SLUGS.map("/san-pham/{}/".format) | CODES.map("/Q/{}".format))
    def cure(self, slug: str, alias: str) -> None:
        if slug in self.products and alias not in self.products[slug].aliases:
            self.alter(slug, aliases=(*self.products[slug].aliases, alias))

    @rule(slug=SLUGS)
    def forget_aliases(self, slug: str) -> None:
        self.alter(slug, aliases=())

    @rule(host=st.sampled_from(HOSTS))
    def move(self, host: str) -> None:
        self.host = host

    @rule(hosts=st.lists(st.sampled_from(HOSTS), max_size=2))
    def forward(self, hosts: list[str]) -> None:
        self.former = hosts

    @rule(slug=SLUGS, lot=st.none() | LOTS)
    def print_labels(self, slug: str, lot: str | None = None) -> None:
        content = self.reading()
        if slug not in self.products or errors(content) or content.catalogue is None:
            return
        if lot and lot not in self.lots.get(slug, ()):
            return
        path = addresses.scan_paths(content.catalogue.by_slug[slug])[0]
        promise = Promise(path, slug, self.host, lot)
        printing = Printing(
            printed_on=date(2026, 3, 12),
            address=promise.address,
            product=slug,
            lot=lot,
            quantity=100,
            what="tem",
        )
        enter(self.root / "content", [printing])
        self.promises.append(promise)

    @invariant()
    def no_printed_address_fails(self) -> None:
        content = self.reading()
        others = [each for each in errors(content) if each.path != "content/printed.csv"]
        if others or content.catalogue is None:
            return
        named = {dict(each.values)["address"] for each in errors(content)}
        shown = {path: slug for slug, facts in self.products.items() for path in facts.paths}
        for promise in self.promises:
            answers = shown.get(promise.path)
            kept = self.keeps(promise, answers)

            assert kept or promise.address in named, promise
            if all(self.keeps(other, answers) for other in self.sharing(promise)):
                assert promise.address not in named, promise

    def alter(self, slug: str, **facts: object) -> None:
        if slug in self.products:
            self.products[slug] = replace(self.products[slug], **facts)  # type: ignore[arg-type]

    def keeps(self, promise: Promise, slug: str | None) -> bool:
        """Whether the page there is the product's, or its file says that it stands for it."""
        if slug is None or promise.host not in {self.host, *self.former}:
            return False
        if promise.lot and promise.lot not in self.lots.get(slug, ()):
            return False
        declared = {f"/{promise.path}", f"/san-pham/{promise.slug}/"}
        return slug == promise.slug or bool(declared & {*self.products[slug].aliases})

    def sharing(self, promise: Promise) -> list[Promise]:
        """All that was promised of one address; products that followed each other may share it."""
        return [each for each in self.promises if each.address == promise.address]

    def reading(self) -> Content:
        """What is read of such a project; of the very same, whoever came to it, once."""
        lots = [(slug, *sorted(found)) for slug, found in sorted(self.lots.items()) if found]
        state = repr((self.host, self.former, sorted(self.products.items()), lots, self.promises))
        if state not in self.known:
            self.known[state] = self.read()
        return self.known[state]

    def read(self) -> Content:
        site = f"name: Thử\nbase_url: {self.host}\nlanguage: vi\nlanguages: [vi]\n"
        site += f"former_base_urls: {self.former}\n"
        write(self.root, "content/site.yaml", site)
        shutil.rmtree(self.root / "content/products", ignore_errors=True)
        shutil.rmtree(self.root / "content/lots", ignore_errors=True)
        for slug, facts in self.products.items():
            write(self.root, f"content/products/{slug}.md", facts.text(slug))
            if lots := sorted(self.lots.get(slug, ())):
                write(self.root, f"content/lots/{slug}.csv", "\n".join(["lot", *lots, ""]))
        return load(self.root)


def errors(content: Content) -> list[Problem]:
    return [each for each in content.problems if each.severity is Severity.ERROR]


Editors.TestCase.settings = settings(
    max_examples=60,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestNoPrintedAddressFails = Editors.TestCase


def test_a_built_site_serves_what_was_printed_before_all_that_happened(tmp_path: Path) -> None:
    """One of each: renamed, given another code, withdrawn."""
    root = project(tmp_path)
    products = root / "content/products"
    printed = ["7K3M1", "7K3M2", "7K3M3"]
    for slug, code in zip(("kho-ca", "mam-ca", "gao"), printed, strict=True):
        address = f"HTTPS://THU.EXAMPLE/Q/{code}"
        facts = {"printed_on": "2026-03-12", "quantity": "9", "what": "tem"}
        printing = Printing.model_validate({"address": address, "product": slug, **facts})
        enter(root / "content", [printing])
    edits = {
        "kho-ca": ("sample:", "aliases: [/san-pham/kho-ca/]\nsample:", "kho-ca-say"),
        "mam-ca": ("code: 7K3M2", "code: 9ZZZ9\naliases: [/Q/7K3M2]", "mam-ca"),
        "gao": ("status: certified", "status: withdrawn", "gao"),
    }
    for slug, (old, new, name) in edits.items():
        text = (products / f"{slug}.md").read_text("utf-8").replace(old, new)
        (products / f"{slug}.md").unlink()
        write(root, f"content/products/{name}.md", text)
    (products / "kho-ca.en.md").unlink()
    assert built(root, only="site") == 0
    titles = [
        (root / f"output/site/Q/{code}/index.html").read_text("utf-8").split("<h1>")[1][:7]
        for code in printed
    ]

    assert titles == ["Khô cá<", "Mắm cá<", "Gạo</h1"]
