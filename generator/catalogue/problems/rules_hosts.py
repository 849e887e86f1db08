"""The part of the table of rules that is about what a named host accepts."""

from __future__ import annotations

from generator.catalogue.problems.rule import warning

_CURE_VI = (
    "Hãy chọn nơi khác (nếu trang không chạy ở {host}, ghi đúng nơi ở khóa pages trong "
    "content/publish.yaml), hoặc làm trang gọn lại: {cure_vi}"
)
_CURE_EN = (
    "Choose another host (if the site does not live on {host}, say where with the key pages in "
    "content/publish.yaml), or make the site smaller: {cure_en}"
)
HOST_FILES = warning(
    "host-files",
    vi=("Trang sẽ có {found_vi} tệp, {host} nhận nhiều nhất {most_vi}", _CURE_VI),
    en=("The site will have {found_en} files, {host} accepts at most {most_en}", _CURE_EN),
)
HOST_BYTES = warning(
    "host-bytes",
    vi=("Trang sẽ nặng khoảng {found_vi} MiB, {host} nhận nhiều nhất {most_vi} MiB", _CURE_VI),
    en=("The site will be about {found_en} MiB, {host} accepts at most {most_en} MiB", _CURE_EN),
)
HOST_FILE_BYTES = warning(
    "host-file-bytes",
    vi=("Tệp {file} nặng {found_vi} MiB, {host} nhận mỗi tệp nhiều nhất {most_vi} MiB", _CURE_VI),
    en=("The file {file} is {found_en} MiB, {host} accepts at most {most_en} MiB a file", _CURE_EN),
)
