"""Reads a theme's templates with the types of their values: which values do they ask for?

Every branch is read, whether or not any page takes it. A macro is read once for each kind of
arguments that it is called with. What the types say nothing of (a filter's result, a macro's) is
taken as it comes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints, is_typeddict

from jinja2 import Environment, nodes
from jinja2.defaults import DEFAULT_NAMESPACE

Hint = Any
Scope = Mapping[str, Hint]
_ALIKE = {"list", "reverse", "sort", "select", "reject", "default", "safe"}
"""Filters that give what they got."""


@dataclass(frozen=True, eq=False)
class Macro:
    """A macro, where it stands, and the names that are known there."""

    template: str
    node: nodes.Macro
    names: Scope


@dataclass(frozen=True)
class Module:
    """An imported template."""

    names: Scope


def options(hint: Hint) -> list[Hint]:
    """The kinds of value that it may be, but for none."""
    kinds = get_args(hint) if get_origin(hint) in (Union, UnionType) else (hint,)
    return [each for each in kinds if each not in (None, NoneType)]


@dataclass
class Reader:
    """`faults` are the values that templates ask for and don't get, each with file and line."""

    folder: Path
    shared: Scope
    faults: list[str] = field(default_factory=list)
    _seen: set[object] = field(default_factory=set)

    def template(self, name: str, names: Scope) -> Scope:
        """Read one; gives the names that it defines."""
        tree = Environment(autoescape=True).parse((self.folder / name).read_text("utf-8"))
        parents = [each.template for each in tree.find_all(nodes.Extends)]
        scope = dict(names)
        for statement in tree.body:
            scope |= self._statement(statement, name, scope)
        for parent in parents:
            assert isinstance(parent, nodes.Const)
            self.template(parent.value, scope)
        return scope

    def macro(self, macro: Macro, *given: Hint, **named: Hint) -> Hint:
        """Read a macro that is called with such arguments."""
        arguments = [each.name for each in macro.node.args]
        where = (macro.template, dict(macro.names))
        defaults = dict(zip(reversed(arguments), reversed(macro.node.defaults), strict=False))
        scope = {
            **macro.names,
            "caller": Any,
            **{each: self._value(value, *where) for each, value in defaults.items()},
            **dict(zip(arguments, given, strict=False)),
            **named,
        }
        missing = [each for each in arguments if each not in scope]
        self.faults += [f"{macro.template}: {macro.node.name} lacks {each}" for each in missing]
        seen = (macro.node, repr([scope.get(each) for each in arguments]))
        if not missing and seen not in self._seen:
            self._seen.add(seen)
            self._body(macro.node.body, macro.template, scope)
        return Any

    def _body(self, body: list[nodes.Node], at: str, scope: Scope) -> dict[str, Hint]:
        """Read statements one after another; gives the names that they add."""
        added: dict[str, Hint] = {}
        for each in body:
            added |= self._statement(each, at, {**scope, **added})
        return added

    def _statement(self, node: nodes.Node, at: str, scope: Scope) -> dict[str, Hint]:
        match node:
            case nodes.Import(template=nodes.Const(value=name), target=target):
                return {target: Module(self.template(name, self.shared))}
            case nodes.Macro():
                found = dict(scope)
                found[node.name] = macro = Macro(at, node, found)
                return {node.name: macro}
            case nodes.Assign(target=nodes.Name(name=name)):
                return {name: self._value(node.node, at, scope)}
            case nodes.AssignBlock(target=nodes.Name(name=name)):
                self._body(node.body, at, scope)
                return {name: str}
            case nodes.For(target=nodes.Name(name=name)):
                each = self._element(self._value(node.iter, at, scope))
                within = {**scope, name: each, "loop": Any}
                if node.test:
                    self._value(node.test, at, within)
                self._body(node.body, at, within)
                self._body(node.else_, at, scope)
            case nodes.If():
                self._value(node.test, at, scope)
                for branch in (node.body, node.elif_, node.else_):
                    self._body(branch, at, scope)
            case nodes.CallBlock():
                self._value(node.call, at, scope)
                self._body(node.body, at, scope)
            case nodes.Block():
                self._body(node.body, at, {**scope, "super": Any})
            case nodes.Output():
                for each in node.nodes:
                    self._value(each, at, scope)
            case nodes.Extends():
                pass
            case _:
                raise NotImplementedError(f"{at}:{node.lineno}: {type(node).__name__}")
        return {}

    def _value(self, node: nodes.Node, at: str, scope: Scope) -> Hint:
        match node:
            case nodes.TemplateData() | nodes.Const():
                return type(node.as_const())
            case nodes.Name(name=name):
                if name in scope or name in self.shared or name in DEFAULT_NAMESPACE:
                    return scope.get(name, self.shared.get(name, Any))
                self.faults.append(f"{at}:{node.lineno}: {name}")
            case nodes.Getattr(attr=name) | nodes.Getitem(arg=nodes.Const(value=str(name))):
                return self._named(self._value(node.node, at, scope), name, f"{at}:{node.lineno}")
            case nodes.Getitem():
                of = self._value(node.node, at, scope)
                return of if isinstance(node.arg, nodes.Slice) else self._element(of)
            case nodes.Call():
                return self._called(node, at, scope)
            case nodes.Filter(name=name):
                found = [self._value(each, at, scope) for each in node.iter_child_nodes()]
                return found[0] if found and name in _ALIKE else Any
            case nodes.CondExpr(expr1=one, expr2=other) | nodes.Or(left=one, right=other):
                if isinstance(node, nodes.CondExpr):
                    self._value(node.test, at, scope)
                found = [self._value(each, at, scope) for each in (one, other) if each]
                return Union[tuple(found)] if Any not in found else Any  # noqa: UP007 # of a tuple
            case _:
                for each in node.iter_child_nodes():
                    self._value(each, at, scope)
        return Any

    def _called(self, node: nodes.Call, at: str, scope: Scope) -> Hint:
        called = self._value(node.node, at, scope)
        given = [self._value(each, at, scope) for each in node.args]
        named = {each.key: self._value(each.value, at, scope) for each in node.kwargs}
        if isinstance(called, Macro):
            return self.macro(called, *given, **named)
        return (get_args(called) or (Any,))[-1]

    def _named(self, hint: Hint, name: str, where: str) -> Hint:
        if isinstance(hint, Module):
            if name not in hint.names:
                self.faults.append(f"{where}: {name}")
            return hint.names.get(name, Any)
        found = []
        for each in options(hint):
            kind = get_origin(each) or each
            if is_typeddict(each) and name in (hints := get_type_hints(each)):
                found.append(hints[name])
            elif is_typeddict(each) or not (kind is Any or hasattr(kind, name)):
                self.faults.append(f"{where}: {getattr(each, '__name__', each)}.{name}")
        return Union[tuple(found)] if found else Any  # noqa: UP007 # of a tuple

    def _element(self, hint: Hint) -> Hint:
        found = [*self._elements(hint)]
        return Union[tuple(found)] if found and Any not in found else Any  # noqa: UP007 # of a tuple

    @staticmethod
    def _elements(hint: Hint) -> Iterator[Hint]:
        for each in options(hint):
            yield get_args(each)[0] if get_origin(each) is list else Any
