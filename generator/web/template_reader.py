"""Reads a theme's templates with the types of their values, to see which values they ask for.

Every branch is read, whether or not any page takes it. A macro is read once for each kind of
arguments that it is called with. What the types say nothing of (a filter's result, a macro's) is
taken as it comes, and so is whatever one reading of a line finds sound: a layout may ask for the
values of one kind of page where it knows that it has one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints, is_typeddict

from jinja2 import nodes
from jinja2.defaults import DEFAULT_NAMESPACE

from generator.web.called import Called
from generator.web.template_fault import TemplateFault
from generator.web.written_template import WrittenTemplate, spelt

Hint = Any
Scope = Mapping[str, Hint]
_ALIKE = {"list", "reverse", "sort", "select", "reject", "default", "d", "safe"}
"""Filters that give what they got."""
_OF_BLOCKS = {"super": Any, "self": Any, "loop": Any}
_OF_MACROS = {"caller": Any, "varargs": Any, "kwargs": Any}
_DEEPEST = 12
"""Calls within calls that are read: one that calls itself with ever other values has no end."""


@dataclass(frozen=True, eq=False)
class Macro:
    """A macro, where it stands, and the names that are known there."""

    template: str
    node: nodes.Macro
    names: Scope = field(repr=False)

    def __repr__(self) -> str:
        return f"{self.template} {self.node.name} {id(self.node)}"


@dataclass(frozen=True)
class Module:
    """An imported template."""

    template: str
    names: Scope = field(repr=False)


@dataclass(frozen=True)
class Function:
    """One of the names that templates call."""

    called: Called
    gives: Hint


@dataclass(frozen=True)
class Either:
    """One of several kinds of value."""

    kinds: tuple[Hint, ...]


def either(hints: Sequence[Hint]) -> Hint:
    """Any of these kinds of value; anything, where one may be that."""
    found = {repr(each): each for hint in hints for each in options(hint)}
    kinds = [found[each] for each in sorted(found)]
    if Any in kinds or not kinds:
        return Any
    return kinds[0] if len(kinds) == 1 else Either(tuple(kinds))


def options(hint: Hint) -> list[Hint]:
    """The kinds of value that it may be, but for none."""
    if isinstance(hint, Either):
        return [*hint.kinds]
    origin: Hint = get_origin(hint)
    kinds = get_args(hint) if origin in (Union, UnionType) else (hint,)
    return [each for each in kinds if each not in (None, NoneType)]


@dataclass
class TemplateReader:
    """Reads the templates that `written` gives by name, those that are there.

    `shared` are names that all of them have, `names` those of the templates of pages. `say` is `t`
    as templates.py puts it in place, whatever a macro has been handed.
    """

    written: Callable[[str], WrittenTemplate]
    exists: Callable[[str], bool]
    shared: Scope
    say: Hint = Any
    names: Scope = field(default_factory=dict)
    _faults: dict[tuple[str, int, str], TemplateFault] = field(default_factory=dict)
    _sound: set[tuple[str, int, str]] = field(default_factory=set)
    _seen: set[object] = field(default_factory=set)
    _modules: dict[str, Module] = field(default_factory=dict)
    _stack: list[str] = field(default_factory=list)
    _depth: int = 0
    _files: dict[str, WrittenTemplate] = field(default_factory=dict)

    @property
    def faults(self) -> list[TemplateFault]:
        """What no reading of its line finds sound, in the order of templates and lines."""
        return sorted(fault for key, fault in self._faults.items() if key not in self._sound)

    def template(self, name: str, names: Scope) -> Scope:
        """Read one and what it extends; gives the names that it defines."""
        if name in self._stack:
            return {}
        self._stack.append(name)
        try:
            return self._read(name, names)
        finally:
            self._stack.pop()

    def module(self, name: str) -> Module:
        """What an import without the page's values gives."""
        if name not in self._modules:
            self._modules[name] = Module(name, {})  # while it is read, for one that imports itself
            self._modules[name] = Module(name, self.template(name, self.shared))
        return self._modules[name]

    def macro(self, macro: Macro, *given: Hint, **named: Hint) -> Hint:
        """Read a macro that is called with such arguments."""
        arguments = [each.name for each in macro.node.args]
        defaults = dict(zip(reversed(arguments), reversed(macro.node.defaults), strict=False))
        scope: dict[str, Hint] = {**dict.fromkeys(arguments, Any), **macro.names, **_OF_MACROS}
        scope |= dict.fromkeys(arguments, Any)  # what isn't given is found out when it is used
        scope |= {each: self._value(it, macro.template, scope) for each, it in defaults.items()}
        scope |= {**dict(zip(arguments, given, strict=False)), **named}
        seen = (macro.node, repr([scope[each] for each in arguments]), repr(scope.get("page")))
        if seen not in self._seen and self._depth < _DEEPEST:
            self._seen.add(seen)
            self._depth += 1
            self._body(macro.node.body, macro.template, scope)
            self._depth -= 1
        return Any

    def uncalled(self) -> None:
        """Read the macros that nothing has called, whatever they might be called with."""
        read = {each[0] for each in self._seen if isinstance(each, tuple)}
        for module in [*self._modules.values()]:
            for each in module.names.values():
                if isinstance(each, Macro) and each.node not in read:
                    self.macro(each)

    def lacks(self, template: str, name: str, known: tuple[str, ...]) -> None:
        """Tell of a macro that the program asks the template for."""
        self._tell(TemplateFault(template, 1, "value", name, known))

    def _file(self, name: str) -> WrittenTemplate:
        if name not in self._files:
            self._files[name] = self.written(name)
        return self._files[name]

    def _read(self, name: str, names: Scope) -> Scope:
        tree = self._file(name).tree
        scope = dict(names)
        for statement in tree.body:
            scope |= self._statement(statement, name, scope)
        for each in tree.find_all(nodes.Extends):
            if isinstance(each.template, nodes.Const):
                scope |= self.template(each.template.value, scope)
                # A block may stand in a loop of the parent's, and know what that knows.
                stored = self._file(each.template.value).stored
                scope = {**dict.fromkeys(stored, Any), **scope}
        # Blocks know whatever the templates around them have defined by then.
        for block in tree.find_all(nodes.Block):
            self._body(block.body, name, {**scope, **_OF_BLOCKS})
        return {key: each for key, each in scope.items() if names.get(key) is not each}

    def _body(self, body: Sequence[nodes.Node], at: str, scope: Scope) -> dict[str, Hint]:
        """Read statements one after another; gives the names that they add."""
        added: dict[str, Hint] = {}
        for each in body:
            added |= self._statement(each, at, {**scope, **added})
        return added

    def _statement(self, node: nodes.Node, at: str, scope: Scope) -> dict[str, Hint]:
        match node:
            case nodes.Import(template=nodes.Const(value=name), target=target):
                return {target: self._imported(node, name, scope)}
            case nodes.FromImport(template=nodes.Const(value=name)):
                return dict(self._taken(node, self._imported(node, name, scope), at))
            case nodes.Include():
                self._value(node.template, at, scope)
                for const in node.find_all(nodes.Const):
                    self._included(const.value, scope if node.with_context else self.shared)
            case nodes.Macro():
                found = dict(scope)
                found[node.name] = macro = Macro(at, node, found)
                return {node.name: macro}
            case nodes.Assign(target=nodes.Name(name=name)):
                return {name: self._value(node.node, at, scope)}
            case nodes.AssignBlock(target=nodes.Name(name=name)):
                self._body(node.body, at, scope)
                return {name: str}
            case nodes.For():
                self._loop(node, at, scope)
            case nodes.If():
                self._value(node.test, at, scope)
                branches = (node.body, node.elif_, node.else_)
                return self._joined([self._body(each, at, scope) for each in branches])
            case nodes.CallBlock():
                named = {each.name: Any for each in node.args}
                self._called(node.call, at, scope, with_block=True)
                self._body(node.body, at, {**scope, **named})
            case nodes.With():
                given = zip(node.targets, node.values, strict=True)
                within = {
                    target.name: self._value(value, at, scope)
                    for target, value in given
                    if isinstance(target, nodes.Name)
                }
                self._body(node.body, at, {**scope, **within})
            case nodes.Block() | nodes.Extends():
                pass  # read when all names around are known
            case _:
                for each in node.iter_child_nodes():
                    if isinstance(each, nodes.Stmt):
                        self._statement(each, at, scope)
                    else:
                        self._value(each, at, scope)
        return {}

    def _included(self, name: object, scope: Scope) -> None:
        """Read one that is included, if it is there: that all are there which have to is known."""
        if isinstance(name, str) and self.exists(name):
            self.template(name, scope)

    @staticmethod
    def _joined(branches: Sequence[Mapping[str, Hint]]) -> dict[str, Hint]:
        names = {name for each in branches for name in each}
        return {n: either([each[n] for each in branches if n in each]) for n in names}

    def _loop(self, node: nodes.For, at: str, scope: Scope) -> None:
        each = self._element(self._value(node.iter, at, scope))
        named = [node.target] if isinstance(node.target, nodes.Name) else []
        others = dict.fromkeys((x.name for x in node.target.find_all(nodes.Name)), Any)
        within = {**scope, **others, **{x.name: each for x in named}, "loop": Any}
        if node.test:
            self._value(node.test, at, within)
        self._body(node.body, at, within)
        self._body(node.else_, at, scope)

    def _imported(self, node: nodes.Import | nodes.FromImport, name: str, scope: Scope) -> Module:
        return Module(name, self.template(name, scope)) if node.with_context else self.module(name)

    def _taken(self, node: nodes.FromImport, module: Module, at: str) -> Iterator[tuple[str, Hint]]:
        for each in node.names:
            name, called = each if isinstance(each, tuple) else (each, each)
            yield called, self._of_module(module, name, (at, node.lineno, name))

    def _value(self, node: nodes.Node, at: str, scope: Scope) -> Hint:
        match node:
            case nodes.TemplateData() | nodes.Const():
                return type(node.as_const())
            case nodes.Name(name=name):
                return self._name(name, (at, node.lineno, name), scope)
            case nodes.Getattr(attr=name) | nodes.Getitem(arg=nodes.Const(value=str(name))):
                of = self._value(node.node, at, scope)
                return self._named(of, name, (at, node.lineno, spelt(node)))
            case nodes.Getitem():
                of = self._value(node.node, at, scope)
                self._value(node.arg, at, scope)
                return of if isinstance(node.arg, nodes.Slice) else self._element(of)
            case nodes.Call():
                return self._called(node, at, scope)
            case nodes.Filter(name=name):
                found = [self._value(each, at, scope) for each in node.iter_child_nodes()]
                return found[0] if found and name in _ALIKE else Any
            case nodes.CondExpr(expr1=one, expr2=other) | nodes.Or(left=one, right=other):
                if isinstance(node, nodes.CondExpr):
                    self._value(node.test, at, scope)
                return either([self._value(each, at, scope) for each in (one, other) if each])
            case _:
                for each in node.iter_child_nodes():
                    self._value(each, at, scope)
        return Any

    def _called(self, node: nodes.Call, at: str, scope: Scope, *, with_block: bool = False) -> Hint:
        given = [self._value(each, at, scope) for each in node.args]
        named = {each.key: self._value(each.value, at, scope) for each in node.kwargs}
        match node.node:
            case nodes.Name(name="t") if self._put_in_place(node, at):
                called = self.say
            case _:
                called = self._value(node.node, at, scope)
        every = node.dyn_args is None and node.dyn_kwargs is None
        for each in filter(None, (node.dyn_args, node.dyn_kwargs)):
            self._value(each, at, scope)
        if isinstance(called, Macro):
            if every and _refuses(called.node, len(given), {*named}, with_block):
                said = f"{called.node.name}({', '.join(each.name for each in called.node.args)})"
                self._tell(
                    TemplateFault(at, node.lineno, "call", spelt(node), (), said, called.template)
                )
            return self.macro(called, *given, **named)
        if isinstance(called, Function):
            for fault in called.called.faults(node, with_block=with_block) if every else ():
                self._tell(TemplateFault(at, node.lineno, *fault))
            return called.gives
        return Any

    def _put_in_place(self, node: nodes.Call, at: str) -> bool:
        """Whether it is no call, but a string that stands in the template: see templates.py."""
        alone = not (node.kwargs or node.dyn_args or node.dyn_kwargs)
        return alone and [*map(type, node.args)] == [nodes.Const] and not self._file(at).renames

    def _name(self, name: str, key: tuple[str, int, str], scope: Scope) -> Hint:
        for names in (scope, self.shared):
            if name in names:
                self._sound.add(key)
                return names[name]
        file = self._file(key[0])
        known_here = file.stored | file.asked | DEFAULT_NAMESPACE.keys() | {"self"}
        if name not in known_here and not file.is_open:
            known = {*scope, *self.shared, *DEFAULT_NAMESPACE}
            self._tell(TemplateFault(*key[:2], "value", name, tuple(sorted(known))))
        return Any

    def _named(self, hint: Hint, name: str, key: tuple[str, int, str]) -> Hint:
        if isinstance(hint, Module):
            return self._of_module(hint, name, key)
        found: list[Hint] = []
        known: set[str] = set()
        kinds = options(hint)
        for each in kinds:
            if is_typeddict(each):
                hints = _hints(each)
                known |= hints.keys()
                found += [hints[name]] if name in hints else []
                found += [Any] if name not in hints and hasattr(dict, name) else []
            elif _may_have(each, name):
                found.append(Any)
        if kinds and not found and key[2] not in self._file(key[0]).asked:
            self._tell(TemplateFault(*key[:2], "value", key[2], tuple(sorted(known))))
        elif found:
            self._sound.add(key)
        return either(found)

    def _of_module(self, module: Module, name: str, key: tuple[str, int, str]) -> Hint:
        if name in module.names:
            self._sound.add(key)
        elif key[2] not in self._file(key[0]).asked:
            known = tuple(sorted(module.names))
            self._tell(TemplateFault(*key[:2], "value", key[2], known, of=module.template))
        return module.names.get(name, Any)

    def _tell(self, fault: TemplateFault) -> None:
        self._faults.setdefault((fault.template, fault.line, fault.found), fault)

    def _element(self, hint: Hint) -> Hint:
        lists = [(x, cast(Hint, get_origin(x))) for x in options(hint)]
        found = [get_args(x)[0] if origin is list else Any for x, origin in lists]
        return either(found)


@cache
def _hints(kind: type) -> Mapping[str, Hint]:
    return get_type_hints(kind)


def _may_have(hint: Hint, name: str) -> bool:
    """Whether a value of that kind may answer to the name; `Any` is a class to Python."""
    kind: Hint = get_origin(hint) or hint
    return (
        kind is Any
        or not isinstance(kind, type)
        or issubclass(kind, Mapping)
        or hasattr(kind, name)
    )


def _refuses(macro: nodes.Macro, given: int, named: set[str], with_block: bool) -> bool:
    """Whether the macro takes no such arguments."""
    arguments = {each.name for each in macro.args}
    used = {each.name for each in macro.find_all(nodes.Name)}
    return bool(
        (given > len(arguments) and "varargs" not in used)
        or (named - arguments and "kwargs" not in used)
        or (with_block and not {"caller", "kwargs"} & used)
    )
