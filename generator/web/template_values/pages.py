"""What each of the other templates gets."""

from __future__ import annotations

from typing import Annotated, TypedDict

from generator.web.template_values.common import (
    CardValues,
    DownloadValues,
    LinkValues,
    NamedLink,
    PagerValues,
    PictureValues,
    StoryValues,
)
from generator.web.template_values.frame import FrameValues
from generator.web.template_values.product import RecallLine


class NumberValues(TypedDict):
    """A number that the home page tells."""

    name: Annotated[str, "recognised, potential, producers or communes"]
    value: Annotated[int, "how many"]


class SectorValues(TypedDict):
    """A sector of the programme."""

    name: Annotated[str, "name"]
    groups: Annotated[list[LinkValues], "its product groups"]


FairStart = TypedDict("FairStart", {"from": Annotated[str, "first day, ISO"]})


class FairLine(FairStart):
    """What is told of a fair wherever it is named."""

    name: Annotated[str, "name"]
    summary: Annotated[str | None, "one or two sentences"]
    href: Annotated[str | None, "link to its page"]
    dates: Annotated[str, "“18–22/12/2026”"]
    until: Annotated[str, "last day, ISO"]
    hours: Annotated[str | None, "opening hours"]
    venue: Annotated[str | None, "where it is held"]
    booth: Annotated[str | None, "number of the booth, or of all booths"]
    of_sample: Annotated[bool, "whether the fair is invented for demonstration"]


class HomePage(FrameValues):
    """The home page."""

    lead: Annotated[CardValues | None, "the newest product with a photo"]
    numbers: Annotated[list[NumberValues], "how many products, producers and communes"]
    newest: Annotated[list[CardValues], "the others, newest decision first"]
    sectors: Annotated[list[SectorValues], "sectors with their product groups"]
    communes: Annotated[list[LinkValues], "communes"]
    fair: Annotated[FairLine | None, "the latest fair"]


class ChipValues(TypedDict):
    """A way into shorter lists."""

    title: Annotated[str, "what the lists go by"]
    links: Annotated[list[LinkValues], "the lists"]


class CataloguePage(FrameValues):
    """All products."""

    recognised: Annotated[list[CardValues], "certified products"]
    potential: Annotated[list[CardValues], "potential products"]
    chips: Annotated[list[ChipValues], "ways into shorter lists"]
    total: Annotated[int, "how many products there are on all parts"]
    pager: Annotated[PagerValues | None, "which part this is; none for a list on one page"]
    downloads: Annotated[list[DownloadValues], "what is printed of the catalogue, as files"]


class ListPage(FrameValues):
    """The products of a commune, a group or a number of stars."""

    label: Annotated[str, "what kind of list it is"]
    stars: Annotated[int | None, "number of stars, where the list is of one number"]
    cards: Annotated[list[CardValues], "the products"]
    siblings: Annotated[
        list[LinkValues],
        "the other lists of the kind; none of them where there are more than 60",
    ]
    pager: Annotated[PagerValues | None, "which part this is; none for a list on one page"]


class IndexPage(FrameValues):
    """All producers, craft villages, communes, groups or stars."""

    links: Annotated[list[LinkValues], "links to them"]


class ProducerPage(FrameValues):
    """A producer (chủ thể)."""

    name: Annotated[str, "full name"]
    legal_form: Annotated[str, "household, cooperative_group, cooperative or company"]
    form_in_name: Annotated[bool, "whether the name itself says that, as “HTX …” does"]
    address: Annotated[str | None, "address of today"]
    former_address: Annotated[str | None, "the former unit's, that packs may show"]
    commune_href: Annotated[str | None, "link to the commune"]
    village: Annotated[NamedLink | None, "the craft village"]
    phone: Annotated[str | None, "telephone number as written"]
    dial: Annotated[str | None, "the same without spaces"]
    email: Annotated[str | None, "e-mail address"]
    mail: Annotated[str | None, "the same as a link: mailto:…"]
    website: Annotated[str | None, "address of a site"]
    tax_code: Annotated[str | None, "tax code"]
    founded: Annotated[int | None, "year"]
    story: Annotated[StoryValues | None, "the story"]
    cards: Annotated[list[CardValues], "its products"]


class RecognitionValues(TypedDict):
    """The decision that recognised a craft village."""

    on: Annotated[str | None, "when"]
    decision: Annotated[str | None, "number of the decision"]
    by: Annotated[str | None, "who decided"]


class VillagePage(FrameValues):
    """A craft village (làng nghề)."""

    summary: Annotated[str | None, "one or two sentences"]
    craft: Annotated[str | None, "what is made there"]
    address: Annotated[str | None, "commune and province of today, or none"]
    former_address: Annotated[str | None, "the same of the former unit"]
    commune_href: Annotated[str | None, "link to the commune"]
    map: Annotated[str | None, "address of a map"]
    founded: Annotated[int | None, "year"]
    recognised: Annotated[RecognitionValues | None, "its recognition; none where nothing is known"]
    story: Annotated[StoryValues | None, "the story"]
    producers: Annotated[list[LinkValues], "its producers"]
    cards: Annotated[list[CardValues], "their products"]


class FairsPage(FrameValues):
    """All fairs."""

    fairs: Annotated[list[FairLine], "the latest first"]


class BoothValues(TypedDict):
    """A booth of a fair."""

    name: Annotated[str, "its name or number"]
    cards: Annotated[list[CardValues], "the products that are there"]


class FairPage(FrameValues, FairLine):
    """A trade fair."""

    address: Annotated[str | None, "commune and province"]
    map: Annotated[str | None, "address of a map"]
    calendar: Annotated[str, "link to its calendar file"]
    web_calendar: Annotated[str, "address of a calendar on the web that takes it up"]
    plan: Annotated[PictureValues | None, "the plan of the stands"]
    story: Annotated[StoryValues | None, "the story"]
    booths: Annotated[list[BoothValues], "the booths, where it is known what is where"]
    cards: Annotated[list[CardValues], "products at no such booth, in the order of the leaflet"]
    downloads: Annotated[list[DownloadValues], "what is printed for it, as files"]


class RecallEntry(RecallLine):
    """A recalled lot among those of all products."""

    name: Annotated[str, "the product's name"]
    product: Annotated[str | None, "link to the product"]
    producer: Annotated[str, "the producer's name"]
    sample: Annotated[bool, "whether it is invented for demonstration"]


class RecallsPage(FrameValues):
    """The recalled lots."""

    recall_feed: Annotated[str, "link to the Atom feed of recalls"]
    recalls: Annotated[list[RecallEntry], "the lots, latest first"]


class ContentPage(FrameValues):
    """A page of content/pages."""

    summary: Annotated[str | None, "one or two sentences"]
    story: Annotated[StoryValues | None, "the text"]


class MinePage(FrameValues):
    """A visitor's own list, or products side by side: the browser fills it."""

    mine: Annotated[str, "link to the list"]
    comparison: Annotated[str, "link to the comparison"]


class OfflinePage(FrameValues):
    """Keeps the catalogue on the visitor's device, and stands in for pages that it lacks."""

    listing: Annotated[str, "link to the size of what can be kept"]
    files: Annotated[str, "link to the list of the files to keep"]


class NotFoundPage(FrameValues):
    """Shown at any depth, so its links start at the host."""

    groups: Annotated[list[LinkValues], "product groups"]


class RedirectPage(TypedDict):
    """Stands at an old address, and has no frame."""

    title: Annotated[str, "name of the product, or of the site"]
    href: Annotated[str, "link to its page"]
    canonical: Annotated[str, "absolute address of that page"]
