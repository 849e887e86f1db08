"""The table of rules: every rule there is, collected from the modules that define them.

Every text is a `str.format` template without a closing full stop: first what is wrong, then what
to do. `{wanted}` is replaced by one of PHRASES, `{hint}` by its “did you mean” if a value is close.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.catalogue.problems import (
    rules_addresses,
    rules_brand,
    rules_doubted,
    rules_drafts,
    rules_files,
    rules_hosts,
    rules_keys,
    rules_lost,
    rules_lots,
    rules_ocop,
    rules_pages,
    rules_photos,
    rules_prepress,
    rules_press,
    rules_printed,
    rules_proofs,
    rules_publish,
    rules_references,
    rules_signs,
    rules_site,
    rules_stocks,
    rules_tables,
    rules_templates,
    rules_texts,
)
from generator.catalogue.problems.rule import Rule

_SUBJECTS = (
    rules_files,
    rules_keys,
    rules_site,
    rules_templates,
    rules_tables,
    rules_ocop,
    rules_doubted,
    rules_references,
    rules_drafts,
    rules_addresses,
    rules_lost,
    rules_lots,
    rules_pages,
    rules_printed,
    rules_photos,
    rules_texts,
    rules_signs,
    rules_stocks,
    rules_prepress,
    rules_press,
    rules_brand,
    rules_proofs,
    rules_publish,
    rules_hosts,
)
"""In the order of the page for editors."""

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.code: rule
        for subject in _SUBJECTS
        for rule in vars(subject).values()
        if isinstance(rule, Rule)
    }
)
"""Every rule by its code."""
