"""What came instead of a public page is told in words that say where to look."""

from __future__ import annotations

import socket
import ssl
import urllib.error

import pytest

from generator.desk.publishing import public_words

URL = "https://o.vn/Q/7K3M1"
EXPIRED = ssl.SSLCertVerificationError(1, "certificate has expired")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (urllib.error.URLError(EXPIRED), "chứng chỉ https"),
        (urllib.error.URLError(socket.gaierror(-2, "x")), "tên miền"),
        (urllib.error.URLError(ConnectionRefusedError()), "không có máy chủ web"),
        (TimeoutError(), "chờ mãi"),
        (OSError("unreachable"), "không có mạng"),
    ],
)
def test_why_nothing_came_is_told(error: Exception, said: str) -> None:
    assert said in public_words.unanswered(error)[0]


@pytest.mark.parametrize(
    ("code", "said"),
    [(404, "không thấy trang"), (403, "đăng nhập"), (302, "vòng"), (503, "lỗi"), (418, "không có")],
)
def test_what_a_status_means_is_told(code: int, said: str) -> None:
    vi, en = public_words.refused(code)

    assert said in vi
    assert str(code) in vi
    assert str(code) in en


@pytest.mark.parametrize(
    ("came_from", "body", "said"),
    [
        ("https://o.vn/Q/7K3M1/", b"cu", "không phải bản vừa gửi"),
        ("https://o.vn/login?next=Q", b"x", "bị chuyển sang https://o.vn/login"),
        ("https://khac.vn/Q/7K3M1", b"x", "bị chuyển sang https://khac.vn/"),
        (URL, b"<form><input name=p type='password'></form>", "trang đăng nhập"),
    ],
)
def test_what_came_in_its_place_is_told(came_from: str, body: bytes, said: str) -> None:
    assert said in public_words.other(came_from, URL, body)[0]
