"""The work at a target: reads what state it is in, and makes it be of a version.

Wherever this is stopped, each page there is whole, and the next run goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.desk.publishing import journal
from generator.desk.publishing.changes import Changes, TargetState
from generator.desk.publishing.site_version import MANIFEST, UNDER_WAY, SiteVersion, UnderWay
from generator.desk.publishing.transport import Transport, TransportError
from generator.engine.fingerprint import digest_at

_NOTHING = SiteVersion({})


@dataclass(frozen=True, slots=True)
class Sender:
    """Sends to one target from the files that `place` gives by their hash.

    `notes` is where the journal is; `known` a version of which this machine knows that it was
    published there, for the case that the target's own list is damaged.
    """

    transport: Transport
    notes: Path
    place: Callable[[str], Path]
    known: SiteVersion | None = None

    def state(self) -> TargetState:
        """What is there. Raises TransportError."""
        manifest, under_way = self.transport.read(MANIFEST), self.transport.read(UNDER_WAY)
        version = SiteVersion.decoded(manifest)
        found = UnderWay.decoded(under_way) or UnderWay()
        if version is None and manifest is not None and self.known:
            # Its files are ours, though nobody knows what is in them.
            found = UnderWay("?", found.coming | self.known.files.keys(), found.leaving)
        sent = journal.read(self.notes, journal.head_of(manifest, under_way))
        return TargetState(version or _NOTHING, found, sent, manifest)

    def send(self, changes: Changes, advance: Callable[[int], None]) -> None:
        """Do it all, counting each file. Raises TransportError."""
        mark = changes.under_way.encoded
        self._put({UNDER_WAY: mark})
        head = journal.head_of(changes.state.manifest, mark)
        files = changes.new.files
        sent = {path: each for path, each in changes.state.sent.items() if path in files}
        with journal.kept(self.notes, head, sent) as notes:
            for stage in changes.stages():
                places = {path: self._whole(files[path].digest) for path in stage}
                for path in self.transport.write(places):
                    notes.note(path, files[path].digest)
                    advance(1)
            if self.transport.read(UNDER_WAY) != mark:
                raise TransportError(
                    "Có người khác vừa đăng vào cùng nơi này trong lúc đang gửi. Hãy đợi họ đăng "
                    "xong rồi chạy lại.",
                    "Somebody else has published to this target meanwhile. Wait until they are "
                    "done, and run again.",
                )
            self._put({MANIFEST: changes.new.encoded})
        twins = changes.twins
        # Where cases are folded, to remove the one would be to remove the other.
        spared = twins if twins and self.transport.folds_cases() else frozenset[str]()
        for some in changes.farewells(spared):
            self.transport.delete(some)
            advance(len(some))
        self.transport.prune(changes.emptied)
        if changes.state.under_way.version:
            self.transport.tidy()
        self.transport.delete((UNDER_WAY,))
        self.transport.finish()
        journal.forget(self.notes)

    def _whole(self, hash_: str) -> Path:
        """Where the file of that hash is, which has it still; one that has not is forgotten."""
        place = self.place(hash_)
        if digest_at(str(place)) != hash_:
            place.unlink(missing_ok=True)
            raise TransportError(
                f"Bản giữ {place} bị hỏng nên đã bị bỏ. Hãy chạy lại.",
                f"The copy {place} was damaged and is gone. Run again.",
            )
        return place

    def _put(self, texts: Mapping[str, bytes]) -> None:
        with TemporaryDirectory() as folder:
            places = {path: Path(folder) / path for path in texts}
            for path, text in texts.items():
                places[path].write_bytes(text)
            for _ in self.transport.write(places):
                pass
