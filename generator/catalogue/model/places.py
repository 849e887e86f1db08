"""Communes of today, and former units whose names stand on packs."""

from __future__ import annotations

from generator.catalogue.model.types import Model, PageText, PlaceName, Slug


class Place(Model):
    """A commune of today, or a former unit whose name stands on packs (`now`: today's slug).

    A place without a `province` lies in none, as one abroad; `province_kind` is what the province
    is called, without which its name tells.
    """

    slug: Slug
    kind: PlaceName
    name: PlaceName
    province: PlaceName | None = None
    province_kind: PlaceName | None = None
    district: PlaceName | None = None
    code: PageText | None = None
    province_code: PageText | None = None
    now: Slug | None = None
