"""The target that an editor means."""

from __future__ import annotations

from pathlib import Path

from generator.catalogue.model.publishing import PublishTarget
from generator.catalogue.problems.nearest import closest
from generator.catalogue.reading import publish_file
from generator.desk.reporting import Reporter

_WRITE_ONE = (
    "Hãy ghi một nơi vào tệp ấy, theo trang “Đăng trang” của hướng dẫn.",
    "Write one there, as the guide's page “Đăng trang” says.",
)


def target_of(root: Path, name: str, reporter: Reporter) -> PublishTarget | None:
    """The project's target of that name, which may be empty; None where there is none, and why."""
    targets, problems = publish_file.read(root / "content")
    if name in targets:
        return targets[name]
    reporter.problems(problems)
    known = ", ".join(targets)
    near = closest(name, targets) if name else None
    hint_vi, hint_en = (f" Có phải “{near}”?", f" Did you mean “{near}”?") if near else ("", "")
    said_vi = f"Không có nơi đăng nào tên “{name}” dùng được trong {publish_file.SOURCE}.{hint_vi}"
    said_en = f"There is no target “{name}” that can be used in {publish_file.SOURCE}.{hint_en}"
    if not name:
        said_vi, said_en = "Chưa ghi tên nơi đăng.", "No target was named."
        if not known:
            said_vi += f" Chưa có nơi nào dùng được trong {publish_file.SOURCE}."
            said_en += f" There is none that can be used in {publish_file.SOURCE}."
    reporter.refuse(
        f"{said_vi} {f'Có: {known}.' if known else _WRITE_ONE[0]}",
        f"{said_en} {f'There is: {known}.' if known else _WRITE_ONE[1]}",
    )
    return None
