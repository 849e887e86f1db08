"""JSON without white space, signs as they are: what there is by the thousand, or is hashed."""

from __future__ import annotations

import json

compact_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
