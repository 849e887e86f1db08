"""Where the site lives: `base_url`, read strictly, for every code ever printed begins with it.

`site.yaml` and the option `--base-url` are read by this one function. What it lets through is a
scheme, a host, perhaps a port and folders, always written one way: lower-case scheme and host, a
host with diacritics in its ASCII form (`xn--…`, IDNA 2008 by UTS 46), no default port, no closing
slash. Two addresses of one place are thus equal as text.

By hand, for `urllib.parse` takes nearly anything for a URL: an empty host, `index.html`, spaces.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

_PARTS = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?P<authority>[^/?#]*)(?P<path>[^?#]*)")
_STRANGE = re.compile(r"[\s\\<>\"'`{}|^\x00-\x1f\x7f-\x9f\ufffd]")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_SEGMENT = re.compile(r"[A-Za-z0-9._~-]+")
_PORTS = {"https": 443, "http": 80}
_LONGEST_HOST = 253
LONGEST = 80
"""Characters in all: a code of this, a GTIN's path and no more fits the sheet of every build."""
_STEMS = frozenset({"index", "default"})
_ENDINGS = re.compile(
    "aspx?|atom|avif|bmp|cfm|cgi|css|csv|docx?|epub|gif|gz|html?|ico|jpe?g|js|json|jspx?|md|"
    "mp[34]|odt|pdf|php[0-9]?|phtml|pl|png|pptx?|py|rar|rss|rtf|shtml|svg|tar|txt|webmanifest|"
    "webp|xhtml|xht|xlsx?|xml|xsl|ya?ml|zip|do"
)
"""How the names of files end that stand at the end of addresses copied from a browser."""
_PLACEHOLDERS = (
    *("example", "invalid", "test", "localhost", "local", "internal", "home.arpa"),
    *("example.com", "example.net", "example.org"),
)
"""Names that nobody else can reach, or that nobody can have (RFC 2606, 6761, 6762, 8375)."""
_VIETNAMESE = frozenset("abcdefghijklmnopqrstuvwxyzđ0123456789-.")
_MARKS = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")

REASONS: Mapping[str, tuple[str, str]] = {
    "characters": (
        "có khoảng trắng, dấu “\\” hoặc ký tự không dùng được trong địa chỉ",
        "it has a space, a “\\” or a sign that no address has",
    ),
    "scheme": (
        "phải bắt đầu bằng https:// hoặc http://",
        "it must start with https:// or http://",
    ),
    "query": ("có phần sau dấu “?” hoặc “#”", "it has a part after “?” or “#”"),
    "host-empty": ("thiếu tên miền", "the host is missing"),
    "user": ("có tên người dùng trước dấu “@”", "it has a user's name before “@”"),
    "ipv6": (
        "dùng địa chỉ IPv6, phải là tên miền",
        "it has an IPv6 address where a domain name is wanted",
    ),
    "port": ("cổng phải là một số từ 1 đến 65535", "the port must be a number from 1 to 65535"),
    "host": (
        "tên miền chỉ gồm chữ, chữ số và gạch nối, ngăn nhau bằng một dấu chấm",
        "a host has only letters, digits and hyphens, with single dots between its parts",
    ),
    "host-long": (
        "tên miền dài quá: mỗi đoạn nhiều nhất 63 ký tự, cả tên 253",
        "the host is too long: 63 characters a part at most, 253 in all",
    ),
    "host-single": (
        "tên miền phải có đuôi, như .vn",
        "the host needs an ending, such as .vn",
    ),
    "long": (
        f"dài quá {LONGEST} ký tự, mã QR sẽ không vừa nhãn",
        f"it has more than {LONGEST} characters, so its codes would not fit on labels",
    ),
    "file": (
        "có tên tệp ở cuối, mà địa chỉ gốc phải là một thư mục",
        "it ends in a file's name, where a folder is wanted",
    ),
    "folder": (
        "có thư mục trống, “.” hoặc “..” giữa các dấu “/”",
        "it has an empty folder, “.” or “..” between slashes",
    ),
    "path": (
        "tên thư mục chỉ gồm chữ không dấu, chữ số và - . _ ~",
        "a folder's name has only unaccented letters, digits and - . _ ~",
    ),
}
"""What can be wrong, in Vietnamese and English."""


class BaseUrlError(ValueError):
    """No site can live there; `closest` is the address that was perhaps meant, or empty."""

    def __init__(self, found: str, reason: str, closest: str = "") -> None:
        super().__init__(reason)
        self.found = found
        self.reason = reason
        self.closest = closest

    @property
    def values(self) -> dict[str, str]:
        """What the rule `base-url` has to say."""
        vietnamese, english = REASONS[self.reason]
        return {
            "found": self.found,
            "reason_vi": vietnamese,
            "reason_en": english,
            "closest": self.closest,
        }


@dataclass(frozen=True, slots=True)
class BaseUrl:
    """A base URL taken apart: `port` None for the scheme's own, `path` without closing slash."""

    scheme: str
    host: str
    port: int | None = None
    path: str = ""

    def __str__(self) -> str:
        port = f":{self.port}" if self.port else ""
        return f"{self.scheme}://{self.host}{port}{self.path}"

    @property
    def placeholder(self) -> bool:
        """Whether nobody else can reach it: a name kept for examples, or this very network."""
        try:
            return not ipaddress.ip_address(self.host).is_global
        except ValueError:
            return f".{self.host}".endswith(tuple(f".{name}" for name in _PLACEHOLDERS))


def parse(text: str) -> BaseUrl:
    """The base URL that an editor wrote. Raises BaseUrlError."""
    found = text.strip()
    try:
        return _parse(found)
    except BaseUrlError as error:
        raise BaseUrlError(found, error.reason, _meant(found)) from None


def normalised(text: str) -> str:
    """The one way to write that base URL. Raises BaseUrlError."""
    return str(parse(text))


def is_placeholder(url: str) -> bool:
    """Whether the URL is at a host that nobody else can reach; not so for what is no base URL."""
    try:
        return parse(url).placeholder
    except BaseUrlError:
        return False


def host_in_letters(host: str) -> str:
    """A host as people write it: for `xn--…` Vietnamese letters, small ones, which are read best.

    Other scripts stay in ASCII: the label's type hasn't their letters, and some look like ours.
    """
    if "xn--" not in host.lower():
        return host
    import idna  # see `_ascii`

    try:
        letters = idna.decode(host.lower())
    except idna.IDNAError:
        return host
    plain = unicodedata.normalize("NFD", letters)
    return letters if _VIETNAMESE.union(_MARKS).issuperset(plain) else host


def _parse(text: str) -> BaseUrl:
    if _STRANGE.search(text):
        raise BaseUrlError(text, "characters")
    parts = _PARTS.match(text)
    if parts is None or parts["scheme"].lower() not in _PORTS:
        raise BaseUrlError(text, "scheme")
    if parts.end() != len(text):
        raise BaseUrlError(text, "query")
    scheme = parts["scheme"].lower()
    host, port = _authority(parts["authority"])
    path = _path(parts["path"])
    found = BaseUrl(scheme, host, port if port != _PORTS[scheme] else None, path)
    if len(str(found)) > LONGEST:
        raise BaseUrlError(text, "long")
    return found


def _authority(text: str) -> tuple[str, int | None]:
    if "@" in text:
        raise BaseUrlError(text, "user")
    if "[" in text or text.count(":") > 1:
        raise BaseUrlError(text, "ipv6")
    host, colon, port = text.partition(":")
    if not host:
        raise BaseUrlError(text, "host-empty")
    if colon and not (re.fullmatch(r"[0-9]{1,5}", port) and 0 < int(port) <= 65535):
        raise BaseUrlError(text, "port")
    return _host(host), int(port) if colon else None


def _host(written: str) -> str:
    host = _ascii(written)
    labels = host.split(".")
    if max(map(len, labels)) > 63 or len(host) > _LONGEST_HOST:
        raise BaseUrlError(written, "host-long")
    if not all(_LABEL.fullmatch(label) for label in labels):
        raise BaseUrlError(written, "host")
    if labels[-1].isdigit() or re.fullmatch(r"0x[0-9a-f]*", labels[-1]):
        return _ipv4(host)
    if len(labels) == 1 and host != "localhost":
        raise BaseUrlError(written, "host-single")
    return host


def _ipv4(host: str) -> str:
    """A host that ends in a number is an IPv4 address to every browser, or nothing."""
    try:
        return str(ipaddress.IPv4Address(host))
    except ValueError:
        raise BaseUrlError(host, "host") from None


def _ascii(host: str) -> str:
    """The host in ASCII, lower case; a label that is already `xn--…` must be a right one."""
    lower = host.lower()
    if host.isascii() and "xn--" not in lower:
        return lower
    # Read only where it is needed: its tables cost as much as the rest of a command's start.
    import idna

    try:
        return idna.encode(host, uts46=True, std3_rules=True).decode()
    except idna.IDNAError as error:
        long = "too long" in str(error)
        raise BaseUrlError(host, "host-long" if long else "host") from None


def _path(text: str) -> str:
    path = text.removesuffix("/")
    if not path:
        return ""
    segments = path.split("/")[1:]
    if any(segment in {"", ".", ".."} for segment in segments):
        raise BaseUrlError(text, "folder")
    if not all(_SEGMENT.fullmatch(segment) for segment in segments):
        raise BaseUrlError(text, "path")
    if _is_file(segments[-1]):
        raise BaseUrlError(text, "file")
    return path


def _is_file(name: str) -> bool:
    stem, dot, ending = name.lower().rpartition(".")
    return bool(dot) and (stem in _STEMS or _ENDINGS.fullmatch(ending) is not None)


def _meant(text: str) -> str:
    """The base URL that is left without what mustn't be there; empty if that is none either."""
    plain = re.split(r"[?#]", re.sub(r"\s", "", text).replace("\\", "/"))[0]
    scheme, _, rest = plain.rpartition("://")
    authority, *folders = [part for part in rest.rsplit("@", 1)[-1].split("/") if part] or [""]
    while folders and (_is_file(folders[-1]) or not _SEGMENT.fullmatch(folders[-1])):
        folders.pop()
    try:
        return str(_parse("/".join([f"{scheme or 'https'}://{authority.strip('.')}", *folders])))
    except BaseUrlError:
        return ""
