"""Communes of today, and former units whose names stand on packs."""

from __future__ import annotations

from generator.catalogue.model.types import Model, Name, PageText, Slug, Text


class Place(Model):
    """A commune of today, or a former unit whose name stands on packs (`now`: today's slug).

    A place without a `province` lies in none, as one abroad; `province_kind` is what the province
    is called, without which its name tells.
    """

    slug: Slug
    kind: Text
    name: Name
    province: Text | None = None
    province_kind: Text | None = None
    district: Text | None = None
    code: PageText | None = None
    province_code: PageText | None = None
    now: Slug | None = None
