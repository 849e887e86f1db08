"""What came instead of a public page, in words that tell an editor where to look."""

from __future__ import annotations

import re
import socket
import ssl
from http import HTTPStatus
from urllib.parse import urlsplit

_LONGEST = 160
_PASSWORD_FIELD = re.compile(rb"""<input\b[^>]*type\s*=\s*["']?password""", re.IGNORECASE)
Words = tuple[str, str]


def refused(code: int) -> Words:
    """What a status other than 200 means."""
    vi, en = _OF_STATUS.get(code) or (
        _SERVER_FAULT if code >= HTTPStatus.INTERNAL_SERVER_ERROR else _NO_PAGE
    )
    return f"{vi} (máy chủ trả lời {code})", f"{en} (the server answers {code})"


def unanswered(error: Exception) -> Words:
    """Why nothing came at all."""
    why = getattr(error, "reason", error)
    (vi, en), quoted = _cause(why), f" ({str(why)[:_LONGEST]})" if str(why) else ""
    return f"không mở được: {vi}{quoted}", f"does not answer: {en}{quoted}"


def other(came_from: str, url: str, body: bytes) -> Words:
    """What it is that came and is not what was sent."""
    place, asked = urlsplit(came_from), urlsplit(url)
    shown = f"{place.scheme}://{place.netloc}{place.path}"
    if _PASSWORD_FIELD.search(body):
        return f"ra trang đăng nhập {shown}", f"leads to a page for logging in, {shown}"
    if (place.hostname, place.path.rstrip("/")) != (asked.hostname, asked.path.rstrip("/")):
        return f"bị chuyển sang {shown}", f"is redirected to {shown}"
    return "không phải bản vừa gửi", "it is not what was sent"


def _cause(why: object) -> Words:
    if isinstance(why, ssl.SSLCertVerificationError):
        return (
            "chứng chỉ https của địa chỉ này không đúng hoặc đã hết hạn, trình duyệt sẽ chặn; nhờ "
            "nơi cho thuê sửa",
            "its https certificate is wrong or has expired, browsers will refuse it; ask the host "
            "to mend it",
        )
    if isinstance(why, socket.gaierror):
        return "không tìm thấy tên miền này", "there is no such domain name"
    if isinstance(why, TimeoutError):
        return "chờ mãi không có trả lời", "no answer came in time"
    if isinstance(why, ConnectionRefusedError):
        return "không có máy chủ web nào ở địa chỉ này", "no web server is at that address"
    return "đường truyền bị đứt hoặc máy này không có mạng", "the connection broke"


_NO_PAGE = ("không có trang", "there is no page")
_LOG_IN = ("đòi đăng nhập hoặc không cho xem", "it wants a login, or lets nobody see it")
_SERVER_FAULT = ("máy chủ web đang lỗi", "the web server has a fault")
_ROUND = ("bị chuyển vòng quanh", "redirects lead round in a circle")
_OF_STATUS = {
    **dict.fromkeys((301, 302, 303, 307, 308), _ROUND),
    **dict.fromkeys((401, 403, 407, 511), _LOG_IN),
    **dict.fromkeys((408, 429), ("máy chủ web đang bận", "the web server is busy")),
    404: ("không thấy trang", "the page is not found"),
    410: ("không thấy trang", "the page is not found"),
}
