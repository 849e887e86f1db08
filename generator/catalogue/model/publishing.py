"""Where the site is published to: an entry of content/publish.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from generator.catalogue.model.types import BaseUrl, Model, Says, Slug

TargetKind = Literal["folder", "ftps", "sftp", "s3", "git"]
PagesHost = Literal["cloudflare", "cloudflare-paid", "github", "other"]


_BRANCH = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._/+@-]{0,99}")
_NO_BRANCH = re.compile(r"\.\.|//|@\{|\.lock(?:/|$)|/\.|[./]$")


def _port(value: object) -> object:
    return value.strip() if isinstance(value, str) else value


def _branch(name: str) -> str:
    """Raises ValueError for what git takes for no branch, or for an option."""
    if not _BRANCH.fullmatch(name) or _NO_BRANCH.search(name):
        raise ValueError(f"no branch: {name!r}")
    return name


Folder = Annotated[
    str,
    Field(pattern=r"^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$"),
    Field(max_length=400),
    Says("tên một thư mục, như public_html", "a folder's name, such as public_html"),
]
Host = Annotated[
    str,
    Field(pattern=r"^[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?$", max_length=253),
    Says("tên một máy chủ như ftp.example.vn", "the name of a server, such as ftp.example.vn"),
]
User = Annotated[
    str,
    Field(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_.@+=\\-]{0,127}$"),
    Says("tên đăng nhập như ocop@example.vn", "the name of an account, such as ocop@example.vn"),
]
Port = Annotated[
    int,
    BeforeValidator(_port),
    Field(ge=1, le=65535),
    Says("một số từ 1 đến 65535", "a number from 1 to 65535"),
]
Bucket = Annotated[
    str,
    Field(pattern=r"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$"),
    Says(
        "tên một kho (bucket): 3–63 chữ thường, chữ số, gạch nối, dấu chấm",
        "the name of a bucket: 3–63 small letters, digits, hyphens and dots",
    ),
]
Region = Annotated[
    str,
    Field(pattern=r"^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$"),
    Says("tên một vùng như us-east-1", "the name of a region, such as us-east-1"),
]
Repository = Annotated[
    str,
    Field(
        pattern=r"^(?:https://[^\s@'\"\x00-\x1f]+|ssh://[A-Za-z0-9][^\s'\"\x00-\x1f]*"
        r"|git@[A-Za-z0-9][A-Za-z0-9.-]*:[^\s'\":-][^\s'\":]*"
        r"|(?:[A-Za-z]:[\\/]|/|\.{1,2}/|~/)[^\x00-\x1f\x7f-\x9f:]+)$"
    ),
    Field(max_length=400),
    Says(
        "địa chỉ một kho git như https://example.vn/xa/trang.git hoặc git@example.vn:xa/trang.git",
        "the address of a git repository, such as https://example.vn/xa/trang.git or "
        "git@example.vn:xa/trang.git",
    ),
]
Branch = Annotated[
    str,
    AfterValidator(_branch),
    Says("tên một nhánh git như trang-web", "the name of a git branch, such as gh-pages"),
]
HostKey = Annotated[
    str,
    Field(pattern=r"^(?:ssh|ecdsa|sk)-[A-Za-z0-9@.-]+ [A-Za-z0-9+/]+={0,3}$", max_length=2000),
    Says(
        "khóa công khai của máy chủ, gồm kiểu và khóa, như “ssh-ed25519 AAAA…”",
        "the server's public key: its kind and the key, such as “ssh-ed25519 AAAA…”",
    ),
]


class PublishTarget(Model):
    """One place to publish to; which keys it has depends on its `kind`: see KEYS.

    `name` is the key below which it stands. `url` is where the public finds what goes there,
    without which that is the site's base_url.
    """

    name: Slug
    kind: TargetKind
    path: Folder | None = None
    host: Host | None = None
    port: Port | None = None
    user: User | None = None
    host_key: HostKey | None = None
    bucket: Bucket | None = None
    region: Region | None = None
    repository: Repository | None = None
    branch: Branch | None = None
    pages: PagesHost | None = None
    url: BaseUrl | None = None


@dataclass(frozen=True, slots=True)
class KindKeys:
    """The keys of one kind of target, beside `kind` and `url`: without `needed` it is none."""

    needed: tuple[str, ...]
    others: tuple[str, ...] = ()


KEYS: Mapping[str, KindKeys] = {
    "folder": KindKeys(("path",), ("pages",)),
    "ftps": KindKeys(("host", "user"), ("port", "path")),
    "sftp": KindKeys(("host", "user"), ("port", "path", "host_key")),
    "s3": KindKeys(("host", "user", "bucket"), ("port", "path", "region")),
    "git": KindKeys(("branch",), ("repository", "user", "pages")),
}
"""By kind."""
ALWAYS = ("kind", "url")
"""Keys that every kind may have."""
