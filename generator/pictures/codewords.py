"""The codewords of a QR code (ISO/IEC 18004, 7.4 to 7.6): a text's bits and their error correction.

The qrcode package says how a text is packed, how many codewords a version has and how they are
divided; but it writes bit by bit and divides polynomials coefficient by coefficient, which took
two thirds of a code's time. Here bits are one integer, and a division's step is a shift and an
XOR. What comes out is what qrcode would give.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from qrcode import base, util
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q

LEVELS = {"L": ERROR_CORRECT_L, "M": ERROR_CORRECT_M, "Q": ERROR_CORRECT_Q, "H": ERROR_CORRECT_H}
"""The levels of error correction by their letters, as qrcode knows them."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A text's codewords, data first and error correction after, for a version and level."""

    version: int
    level: int
    codewords: bytes


def packed(text: str, level: int, shortest_runs: Iterable[int]) -> Packed:
    """The text in the smallest version that holds it at that level, one of qrcode's constants.

    Each of `shortest_runs` is a way to pack: 0 in one mode, or a mode of its own for runs from so
    many signs on; the first of the ways that lead to the smallest version is taken. Raises
    ValueError where no version holds the text.
    """
    ways = [[_Segment.of(data) for data in _pieces(text, run)] for run in shortest_runs]
    version, segments = min(
        ((_version(way, level), way) for way in ways), key=lambda found: found[0]
    )
    blocks = base.rs_blocks(version, level)
    return Packed(version, level, _interleaved(_data(segments, version, blocks), blocks))


def least_version(text: str, level: int, shortest_runs: Iterable[int]) -> int:
    """The version that `packed` takes. Raises ValueError where none holds the text."""
    ways = ([_Segment.of(data) for data in _pieces(text, run)] for run in shortest_runs)
    return min(_version(way, level) for way in ways)


class _Bits(util.BitBuffer):
    """What qrcode writes bits to, as one integer."""

    def __init__(self) -> None:
        self.number = 0
        self.length = 0

    def put(self, num: int, length: int) -> None:
        """Append the lowest `length` bits of a number."""
        self.number = self.number << length | num & (1 << length) - 1
        self.length += length


@dataclass(frozen=True, slots=True)
class _Segment:
    """A piece of text in one mode: how many signs it has, and their `length` bits."""

    mode: Literal[1, 2, 4]
    signs: int
    bits: int
    length: int

    @classmethod
    def of(cls, data: util.QRData) -> _Segment:
        """The piece with its bits written, which no version changes."""
        bits = _Bits()
        data.write(bits)
        return cls(data.mode, len(data), bits.number, bits.length)


def _pieces(text: str, shortest_run: int) -> Iterable[util.QRData]:
    return util.optimal_data_chunks(text, shortest_run) if shortest_run else [util.QRData(text)]


def _version(segments: Sequence[_Segment], level: int) -> int:
    """The smallest version for the segments; a larger one may count signs with more bits."""
    version = 1
    while True:
        sizes = util.mode_sizes_for_version(version)
        needed = sum(4 + sizes[each.mode] + each.length for each in segments)
        version = bisect_left(util.BIT_LIMIT_TABLE[level], needed, version)
        util.check_version(version)
        if util.mode_sizes_for_version(version) is sizes:
            return version


def _data(segments: Sequence[_Segment], version: int, blocks: Sequence[base.RSBlock]) -> bytes:
    """The data codewords: the segments, an end of up to four zeros, and padding."""
    bits = _Bits()
    sizes = util.mode_sizes_for_version(version)
    for each in segments:
        bits.put(each.mode, 4)
        bits.put(each.signs, sizes[each.mode])
        bits.put(each.bits, each.length)
    room = sum(block.data_count for block in blocks)
    bits.put(0, min(4, 8 * room - bits.length))
    bits.put(0, -bits.length % 8)
    used = bits.length // 8
    padding = bytes((util.PAD0, util.PAD1)) * (room // 2 + 1)
    return bits.number.to_bytes(used, "big") + padding[: room - used]


def _interleaved(data: bytes, blocks: Sequence[base.RSBlock]) -> bytes:
    """The first codeword of each block, then the second of each, then so for the correction."""
    parts, corrections = [], []
    start = 0
    for block in blocks:
        part = data[start : start + block.data_count]
        start += block.data_count
        parts.append(part)
        corrections.append(_correction(part, block.total_count - block.data_count))
    return _in_turn(parts) + _in_turn(corrections)


def _in_turn(parts: Sequence[bytes]) -> bytes:
    if len(parts) == 1:
        return parts[0]
    longest = max(map(len, parts))
    return bytes(part[place] for place in range(longest) for part in parts if place < len(part))


def _correction(data: bytes, count: int) -> bytes:
    """Reed and Solomon's codewords: what is left when data are divided by the generator."""
    multiples = _multiples(count)
    top = 8 * count - 8
    rest_of_remainder = (1 << top) - 1
    remainder = 0
    for byte in data:
        remainder = (remainder & rest_of_remainder) << 8 ^ multiples[remainder >> top ^ byte]
    return remainder.to_bytes(count, "big")


@lru_cache(maxsize=32)
def _multiples(count: int) -> tuple[int, ...]:
    """The generator polynomial of that degree times each byte, a byte for each coefficient.

    Its highest coefficient, 1, is left out.
    """
    generator = base.Polynomial([1], 0)
    for power in range(count):
        generator = generator * base.Polynomial([1, base.gexp(power)], 0)
    logarithms = [base.glog(factor) for factor in generator][1:]
    multiples = [0] * 256
    for factor in range(1, 256):
        lowest = factor & -factor
        if factor == lowest:
            power = base.glog(factor)
            row = bytes(base.gexp(each + power) for each in logarithms)
            multiples[factor] = int.from_bytes(row, "big")
        else:
            multiples[factor] = multiples[lowest] ^ multiples[factor ^ lowest]
    return tuple(multiples)
