"""What is printed for sale, and so recorded; all else is a proof, and the editor is told why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.addresses.ledger import Printing
from generator.addresses.printed_before import printed_before
from generator.catalogue.model import Product
from generator.catalogue.problems.finding import Finding
from generator.catalogue.problems.place import START
from generator.catalogue.problems.rules_printed import PRINTED_AGAIN, PRINTED_SERIALS_AGAIN
from generator.catalogue.saying import span
from generator.desk.labels.label_job import LabelJob
from generator.desk.labels.packs import chosen_pack
from generator.press.run import Run


def proven_only(job: LabelJob) -> LabelJob:
    """The job as a proof where its codes would not open this site's pages on sold packs."""
    site, own = job.workshop.catalogue.site, job.workshop.own_base_url
    if job.run.proof or not (site.placeholder_host or site.base_url != own):
        return job
    if site.placeholder_host:
        job.reporter.say(
            f"{site.base_url} chỉ để thử, không ai quét tới được, nên đây là bản in thử và không "
            "ghi sổ. Muốn in thật, hãy đặt base_url thật trong content/site.yaml.",
            f"{site.base_url} is a placeholder that nobody can reach, so this is a proof and is "
            "not recorded. To print for sale, set the real base_url in content/site.yaml.",
        )
    else:
        job.reporter.say(
            f"--base-url {site.base_url} khác với base_url trong content/site.yaml ({own}), nên "
            "đây là bản in thử và không ghi sổ. Muốn in thật, hãy bỏ --base-url.",
            f"--base-url {site.base_url} is not the base_url of content/site.yaml ({own}), so "
            "this is a proof and is not recorded. To print for sale, leave --base-url out.",
        )
    return replace(job, run=replace(job.run, proof=True))


def run_for(job: LabelJob, product: Product) -> Run:
    """The job's run of that product: a proof where the product is invented."""
    run = replace(job.run, product=product, pack=chosen_pack(product, job.pack))
    if run.proof or not product.sample:
        return run
    job.reporter.say(
        f"{product.slug} là dữ liệu mẫu (sample: true), nên đây là bản in thử và không ghi sổ. "
        f"Muốn in thật, hãy ghi dữ kiện thật rồi bỏ dòng sample trong {product.source}.",
        f"{product.slug} is invented (sample: true), so this is a proof and is not recorded. To "
        f"print for sale, write true facts and remove the line sample from {product.source}.",
    )
    return replace(run, proof=True)


def printing_of(
    job: LabelJob, run: Run, what: str, quantity: int, edition: str | None = None
) -> Printing:
    """The run as the ledger has it; of codes with serial numbers, the address without them."""
    url = run.urls(job.workshop.catalogue.site.base_url)[0]
    return Printing(
        printed_on=run.on,
        address=url.rpartition("/21/")[0] if run.serials else url,
        product=run.product.slug,
        lot=run.lot,
        serials=str(run.serials) if run.serials else None,
        quantity=quantity,
        what=what,
        edition=edition,
    )


def to_record(job: LabelJob, printings: Sequence[Printing]) -> list[Printing]:
    """Those that the ledger has not yet, or all with `--again`."""
    return [each for each in printings if job.again or not printed_before(each, job.recorded).same]


def repeats(job: LabelJob, run: Run, printing: Printing) -> Iterator[Finding]:
    """Yield what a run for sale would print a second time, unless that is asked for."""
    if run.proof or job.again:
        return
    before = printed_before(printing, job.recorded)
    at = (run.product.source, START)
    if before.same:
        yield Finding.of(
            *at,
            PRINTED_AGAIN,
            found=" ".join(filter(None, (printing.what, printing.serials))),
            quantity=str(printing.quantity),
            days=_days(before.same),
        )
    elif before.overlapping and run.serials:
        highest = max(
            (each for printed in before.all for each in printed.ranges), key=lambda each: each.last
        )
        yield Finding.of(
            *at,
            PRINTED_SERIALS_AGAIN,
            found=str(run.serials),
            earlier=", ".join(filter(None, (each.serials for each in before.overlapping))),
            what=", ".join(dict.fromkeys(each.what for each in before.overlapping)),
            days=_days(before.overlapping),
            free=str(run.serials.after(highest)).replace("–", "-"),
        )


def tell_total(job: LabelJob, printing: Printing) -> None:
    """Say how many the ledger had of that address before, so that no count surprises."""
    earlier = printed_before(printing, job.recorded).all
    if earlier:
        count, days = sum(each.quantity for each in earlier), _days(earlier)
        job.reporter.say(
            f"  {printing.address}: trước đây đã in {count} ({days}), nay thêm {printing.quantity}",
            f"  {printing.address}: {count} were printed before ({days}), now {printing.quantity} "
            "more",
        )


def _days(printings: Sequence[Printing]) -> str:
    days = [each.printed_on for each in printings]
    return span(min(days), max(days))
