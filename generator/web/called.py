"""What templates may call by name, and whether a call as it is written can be answered."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from string import Formatter
from typing import Any

from jinja2 import nodes

from generator.catalogue.languages import Language
from generator.web.template_fault import CallFault

Check = Callable[[nodes.Call], Iterator[CallFault]]


@dataclass(frozen=True)
class Called:
    """A function of that name with its `signature`; `check` looks at arguments written out."""

    name: str
    signature: inspect.Signature
    check: Check

    def __repr__(self) -> str:
        return self.name

    def faults(self, call: nodes.Call, *, with_block: bool) -> Iterator[CallFault]:
        """Yield what is wrong with the call."""
        named: dict[str, object] = {each.key: each.value for each in call.kwargs}
        named |= {"caller": None} if with_block else {}
        try:
            self.signature.bind(*call.args, **named)
        except TypeError:
            yield CallFault("call", f"{self.name}()", said=self._wanted())
            return
        yield from self.check(call)

    def _wanted(self) -> str:
        if "caller" in self.signature.parameters:
            return f"{{% call {self.name}() %}}…{{% endcall %}}"
        return f"{self.name}({', '.join(self.signature.parameters)})"


def nothing(call: nodes.Call) -> Iterator[CallFault]:  # noqa: ARG001
    """Of a function that takes any value."""
    yield from ()


def one_of(known: Mapping[str, Any] | tuple[str, ...], at: int, name: str) -> Check:
    """Of one whose argument is one of these words, where it is written out."""

    def check(call: nodes.Call) -> Iterator[CallFault]:
        named = [each.value for each in call.kwargs if each.key == name]
        for each in (*call.args[at : at + 1], *named):
            if isinstance(each, nodes.Const) and each.value not in known:
                called = call.node.name if isinstance(call.node, nodes.Name) else ""
                said = ", ".join(sorted(known))
                yield CallFault("call", f'{called}("{each.value}")', tuple(known), said)

    return check


def keys(tables: Mapping[Language, Mapping[str, str]], counted: bool) -> Check:
    """Of one that says a string, whose `tables` are by language: the key, and what fills it in."""

    def check(call: nodes.Call) -> Iterator[CallFault]:
        given = {"n"} if counted else {each.key for each in call.kwargs}
        for key in _written_keys(call.args[0] if call.args else call.kwargs[0].value):
            lacking = [language for language, table in tables.items() if key not in table]
            if lacking:
                known = sorted({each for name in lacking for each in tables[name]})
                said = ", ".join(f"strings/{language}.toml" for language in lacking)
                yield CallFault("string", key, tuple(known), said)
            for language, table in tables.items() if given else ():
                for name in (key, f"{key}_one") if counted else (key,):
                    if _unfilled(table.get(name, ""), given):
                        yield CallFault("place", name, (table[name],), language)

    return check


def _written_keys(node: nodes.Node) -> Iterator[str]:
    """The keys that stand there, in each branch of a choice."""
    match node:
        case nodes.Const(value=str(key)):
            yield key
        case nodes.CondExpr(expr1=one, expr2=other):
            for each in filter(None, (one, other)):
                yield from _written_keys(each)


def _unfilled(text: str, given: set[str]) -> bool:
    """Whether the string has a place that nothing fills in, or odd braces."""
    try:
        places = [place for place in Formatter().parse(text) if place[1] is not None]
    except ValueError:
        return True
    return any(name not in given or not _is_plain(form, as_) for _, name, form, as_ in places)


def _is_plain(form: str | None, conversion: str | None) -> bool:
    """Whether a number or a text can be put there so, with no more of blanks than a line has."""
    if conversion or re.search(r"\d{4}|\{", form or ""):
        return False
    for value in (1, "x"):
        with suppress(ValueError):
            return bool(format(value, form or ""))
    return False
