"""What rclone says of a failure, in words that tell an editor what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.desk.publishing.transport import TransportError

_LONGEST = 300
_GONE = (
    r"dial |no such host|connection refused|timeout|unreachable|eof|reset by peer|broken pipe|"
    r"couldn't connect|closed network|connection lost"
)
_CURES: tuple[tuple[str, str, str], ...] = (
    (
        r"knownhosts|host key|hostkey",
        "Máy này chưa biết khóa của máy chủ {host}, hoặc khóa đã đổi. Hãy hỏi nơi cho thuê máy chủ "
        "khóa công khai và ghi vào host_key; hoặc chạy một lần “ssh -p {port} {user}@{host}”, so "
        "dấu vân tay rồi trả lời yes",
        "The key of the server {host} is not known to this machine, or has changed. Ask the host "
        "for its public key and write it as host_key; or run “ssh -p {port} {user}@{host}” once, "
        "compare the fingerprint and answer yes",
    ),
    (
        r"x509|certificate|tls:",
        "Chứng chỉ của {host} không đúng tên máy chủ hoặc không được tin. Hãy ghi ở host tên máy "
        "chủ mà nơi cho thuê dùng cho FTPS, hoặc nhờ họ sửa chứng chỉ",
        "The certificate of {host} is not for that name, or not trusted. Write as host the name "
        "that your host uses for FTPS, or ask them to mend the certificate",
    ),
    (
        r"unable to authenticate|login incorrect|login failed|\b530\b|invalidaccesskey|"
        r"signaturedoesnotmatch|authentication failed|incorrect password",
        "{host} không nhận tên đăng nhập “{user}” với mật khẩu đã cất. Hãy xem lại user và cất lại "
        "mật khẩu (--password)",
        "{host} does not accept the account “{user}” with the password that is kept. Check user, "
        "and keep the password anew (--password)",
    ),
    (
        r"no space|\b552\b|quota|disk full|\b452\b",
        "{host} hết chỗ. Hãy xóa bớt hoặc thuê thêm chỗ rồi chạy lại, phần đã gửi thì giữ",
        "{host} has no space left. Make or rent some and run again; what has been sent stays",
    ),
    (
        r"accessdenied|access denied|permission denied|\b55[03]\b|forbidden|nosuchbucket|read.only",
        "{host} không cho ghi ở đó. Hãy xem lại path (hoặc bucket) và quyền của “{user}”",
        "{host} does not let us write there. Check path (or bucket) and what “{user}” may do",
    ),
    (
        # OpenSSH has no other word for a full disk.
        r"ssh_fx_failure",
        "{host} không nhận tệp: thường là hết chỗ hoặc quá hạn mức. Hãy xem chỗ còn trống, path và "
        "quyền của “{user}” rồi chạy lại, phần đã gửi thì giữ",
        "{host} does not take the file: mostly there is no space left. See to the space, to path "
        "and to what “{user}” may do, and run again; what has been sent stays",
    ),
    (
        _GONE,
        "Không nối được với {host}, hoặc đường truyền bị đứt. Hãy xem mạng, host, port rồi chạy "
        "lại: phần đã gửi không phải gửi lại",
        "{host} can't be reached, or the connection broke. Check the network, host and port and "
        "run again: what has been sent is not sent twice",
    ),
)
"""What its messages have, and what is said then: the first that fits."""
_OTHERWISE = (
    "Hãy chạy lại; nếu vẫn vậy, hãy gửi dòng này cho nơi cho thuê máy chủ",
    "Run again; if that does not help, send this line to your host",
)


def is_gone(said: str) -> bool:
    """Whether the message tells that the server can't be reached any more."""
    return re.search(_GONE, said.casefold()) is not None


def error(said: Sequence[str], settings: Mapping[str, str]) -> TransportError:
    """The failure that rclone's messages tell of."""
    all_of_it = " ".join(said).casefold()
    vi, en = next(
        ((vi, en) for pattern, vi, en in _CURES if re.search(pattern, all_of_it)), _OTHERWISE
    )
    values = {
        "host": settings.get("host") or settings.get("endpoint", "").removeprefix("https://"),
        "user": settings.get("user") or settings.get("access_key_id", ""),
        "port": settings.get("port") or "22",
    }
    quoted = " ".join(said[-1].split())[:_LONGEST]
    return TransportError(
        f"{vi.format(**values)}. (rclone: {quoted})", f"{en.format(**values)}. (rclone: {quoted})"
    )
