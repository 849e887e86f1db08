"""Which version `--rollback` brings back, in whatever state the target is."""

from __future__ import annotations

from pathlib import Path

import pytest
from publish_samples import version

from generator.catalogue.languages import Language
from generator.catalogue.model.publishing import PublishTarget
from generator.desk.console import Desk
from generator.desk.content import Content
from generator.desk.publishing import public_check, wanted
from generator.desk.publishing.public_check import Fetched
from generator.desk.publishing.publish import _verified
from generator.desk.publishing.refusal import RefusedError
from generator.desk.publishing.site_version import MANIFEST, UNDER_WAY, SiteVersion, UnderWay
from generator.desk.publishing.wanted import PublishOrder

FIRST, SECOND, THIRD = (version({"index.html": text}) for text in (b"1", b"2", b"3"))


@pytest.mark.parametrize(
    ("stopped_towards", "brought_back"), [(None, FIRST), (THIRD, SECOND), (FIRST, FIRST)]
)
def test_a_stopped_run_is_undone_but_a_stopped_rollback_goes_on(
    stopped_towards: SiteVersion | None, brought_back: SiteVersion, tmp_path: Path
) -> None:
    """The words at its stop say that the same command goes on."""
    order = PublishOrder(tmp_path / "p", "usb", rollback=True)
    for each in (FIRST, SECOND):
        order.kept.published(each, each.id)
    public = tmp_path / "usb"
    public.mkdir()
    (public / MANIFEST).write_bytes(SECOND.encoded)
    if stopped_towards:
        mark = UnderWay(stopped_towards.id, frozenset({"index.html"}))
        (public / UNDER_WAY).write_bytes(mark.encoded)
    target = PublishTarget(name="usb", kind="folder", path=str(public))
    found = wanted._version_before(order, target)

    assert found is not None
    assert found.version == brought_back


def test_what_was_published_once_is_told_to_have_no_version_before(tmp_path: Path) -> None:
    order = PublishOrder(tmp_path / "p", "usb", rollback=True)
    order.kept.published(FIRST, FIRST.id)
    public = tmp_path / "usb"
    public.mkdir()
    (public / MANIFEST).write_bytes(FIRST.encoded)
    target = PublishTarget(name="usb", kind="folder", path=str(public))

    with pytest.raises(RefusedError, match="published from here once") as told:
        wanted.rolled_back(order, Content(None, {}, ()), target, Desk("vi"))
    assert "mới đăng một lần" in told.value.vi


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_rollback_that_the_public_does_not_see_yet_is_never_to_be_run_again(
    language: Language,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It would bring the newer version back."""
    page = Fetched("https://o.vn/", "không có trang", "there is no page")
    monkeypatch.setattr(public_check, "fetched", lambda *_: iter([page]))
    target = PublishTarget(name="web", kind="ftps", host="o.vn")
    shown = wanted.Wanted(target, FIRST, (), lambda _: tmp_path, "vi", published_before=True)
    again = {"vi": "chạy lại lệnh này", "en": "run the same command again"}[language]
    told = {}
    for rollback in (True, False):
        order = PublishOrder(tmp_path, "web", rollback=rollback)
        assert not _verified(order, shown, Desk(language))
        told[rollback] = again in " ".join(capsys.readouterr().err.split())

    assert told == {True: False, False: True}
