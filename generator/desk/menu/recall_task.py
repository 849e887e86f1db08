"""The task that recalls a lot, also one that the books don't have yet."""

from __future__ import annotations

from generator.desk.content import load
from generator.desk.menu.chosen import chosen_lot, chosen_product
from generator.desk.menu.talk import Talk


def recall_lot(talk: Talk) -> None:
    """Ask which lot and why, recall it, and ask whether to build."""
    product = chosen_product(talk, load(talk.root).catalogue)
    lot = chosen_lot(talk, product) if product else None
    if not product or not lot:
        return
    reason = talk.text(
        "Lý do, sẽ hiện trên trang (Enter: thôi)", "Why; pages show it (Enter: leave it)"
    )
    if not reason or not talk.yes(
        f"Thu hồi lô {lot.lot} của {product}?", f"Recall lot {lot.lot} of {product}?"
    ):
        return
    words = ["recall", product, lot.lot, "--reason", reason]
    if talk.command(*words, *(() if lot.listed else ("--unlisted",))) == 0 and talk.yes(
        "Làm lại trang ngay, để đăng tin thu hồi?", "Build now, so that the recall can go out?"
    ):
        talk.command("build", "--keep-going")
        talk.reporter.say(
            "Bây giờ hãy chọn mục đăng trang.", "Now choose to publish the site, so that it shows."
        )
