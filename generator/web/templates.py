"""A theme's templates, compiled for one language.

A string of the theme, `{{ t("nav.skip") }}`, becomes a part of the template's own text when the
template is compiled, so that a page neither looks it up nor escapes it. That is why `t` is the
theme's strings in every template, and under that name in every macro that is given it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from itertools import chain
from pathlib import Path
from types import CodeType
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template, nodes
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from generator import theme
from generator.theme.plain_text import plain

_Key = tuple[str, str, str | None, frozenset[tuple[str, str]]]
"""Source, name and file of a template, and the strings put into it."""
_NAME = "t"
_ITS_OWN = frozenset({LoopContext, TemplateModule})
"""What a template makes: the state of its loops, and the macros of another one."""
_MOST_COMPILED = 256
_COMPILED: dict[_Key, CodeType] = {}
"""The templates compiled last by this process: an edit of one leaves the others as they are."""


def environment(folders: theme.Folders, words: theme.Words) -> Environment:
    """The templates in the folders' web/, the first folder that has one winning."""
    found = _Values(
        loader=_Loader([folder / "web" for folder in folders], words.table),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    found.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return found


class _Values(ImmutableSandboxedEnvironment):
    """Pages are JSON values: `page.title` asks a table for its key before its attributes.

    A template reaches these values and nothing behind them.
    """

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401  # whatever a page holds
        """What stands after the dot."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        if type(obj) in _ITS_OWN and attribute[:1] != "_" and hasattr(obj, attribute):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: Any, *args: Any, **named: Any) -> Any:  # noqa: ANN401
        """What it gives. A macro, which is most of what pages call, is a template's own: safe."""
        if type(obj) is not Macro:
            return super().call(context, obj, *args, **named)
        named.pop("_loop_vars", None)  # these two are for functions that take a whole context
        named.pop("_block_vars", None)
        return obj(context.eval_ctx, *args, **named)


class _Loader(FileSystemLoader):
    """Puts the theme's strings in place before a template is compiled."""

    def __init__(self, folders: list[Path], strings: Mapping[str, str]) -> None:
        super().__init__(folders)
        self._strings = strings
        self._spoken = frozenset(strings.items())

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """The template's text, without what could pass for a mark within a page."""
        source, filename, uptodate = super().get_source(environment, template)
        return plain(source), filename, uptodate

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  # the library's name
    ) -> Template:
        """The compiled template of that name."""
        source, filename, uptodate = self.get_source(environment, name)
        key = (source, name, filename, self._spoken)
        code = _COMPILED.pop(key, None) or self._compiled(environment, *key[:3])
        _COMPILED[key] = code
        while len(_COMPILED) > _MOST_COMPILED:
            del _COMPILED[next(iter(_COMPILED))]
        return environment.template_class.from_code(environment, code, globals or {}, uptodate)

    def _compiled(
        self, environment: Environment, source: str, name: str, filename: str | None
    ) -> CodeType:
        tree = environment.parse(source, name, filename)
        for each in tree.find_all(nodes.Const):
            each.value = plain(each.value) if isinstance(each.value, str) else each.value
        if not renames_strings(tree):
            tree = _Spoken(self._strings).visit(tree)
        return environment.compile(tree, name, filename)


def renames_strings(tree: nodes.Template) -> bool:
    """Whether the template gives `t` to something else than the theme's strings."""
    stored = (each.name for each in tree.find_all(nodes.Name) if each.ctx == "store")
    defined = (each.name for each in tree.find_all(nodes.Macro))
    imported = (each.target for each in tree.find_all(nodes.Import))
    taken = (each for source in tree.find_all(nodes.FromImport) for each in source.names)
    renamed = (each[1] if isinstance(each, tuple) else each for each in taken)
    return _NAME in chain(stored, defined, imported, renamed)


class _Spoken(NodeTransformer):
    """Turns `t("key")` into the string; a missing key stays, to be told where it is used."""

    def __init__(self, strings: Mapping[str, str]) -> None:
        self._strings = strings

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - the library's name
        """The string where its key is written out and nothing is filled in."""
        self.generic_visit(node)
        match node:
            case nodes.Call(
                node=nodes.Name(name=name),
                args=[nodes.Const(value=key)],
                kwargs=[],
                dyn_args=None,
                dyn_kwargs=None,
            ) if name == _NAME and key in self._strings:
                return nodes.Const(self._strings[key], lineno=node.lineno)
        return node
