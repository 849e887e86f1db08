"""What people call the values of which a key has one, where the file has an English word."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from generator.catalogue.model.producers import ProducerKind
from generator.catalogue.model.products import Status

SAID: Mapping[Enum, tuple[str, str]] = {
    Status.CERTIFIED: ("đã công nhận", "certified"),
    Status.POTENTIAL: ("tiềm năng", "potential"),
    Status.WITHDRAWN: ("đã thu hồi", "withdrawn"),
    ProducerKind.HOUSEHOLD: ("hộ kinh doanh", "household business"),
    ProducerKind.COOPERATIVE_GROUP: ("tổ hợp tác", "cooperative group"),
    ProducerKind.COOPERATIVE: ("hợp tác xã", "cooperative"),
    ProducerKind.COMPANY: ("công ty", "company"),
}
"""In Vietnamese and in English."""
