"""A template as it is written: its names, and how an expression is spelt in a message."""

from __future__ import annotations

from functools import lru_cache

from jinja2 import Environment, nodes

from generator.web.templates import renames_strings

_ASKING = {"defined", "undefined"}
_STAND_INS = {"default", "d"}


class WrittenTemplate:
    """A template: its tree, the names that it gives values to, what it asks the existence of.

    `renames` tells that `t` is something else in it, `is_open` that it extends a template that only
    a page's values name, which may know anything.
    """

    def __init__(self, tree: nodes.Template) -> None:
        self.tree = tree
        self.renames = renames_strings(tree)
        self.is_open = False
        self.stored: set[str] = set()
        self.asked: set[str] = set()
        for each in tree.find_all(nodes.Node):
            self._note(each)

    def _note(self, node: nodes.Node) -> None:
        match node:
            case nodes.Name() if node.ctx != "load":
                self.stored.add(node.name)
            case nodes.Macro():
                self.stored.add(node.name)
            case nodes.Import():
                self.stored.add(node.target)
            case nodes.FromImport():
                pairs = (each if isinstance(each, tuple) else (each, each) for each in node.names)
                self.stored |= {called for _, called in pairs}
            case nodes.Extends():
                self.is_open |= not isinstance(node.template, nodes.Const)
            case nodes.Test() if node.name in _ASKING:
                self.asked.add(spelt(node.node))
            case nodes.Filter(node=nodes.Expr() as filled) if node.name in _STAND_INS:
                self.asked.add(spelt(filled))


@lru_cache(maxsize=64)
def written(source: str) -> WrittenTemplate:
    """The template of that text: an edit of one leaves the others as they are."""
    return WrittenTemplate(Environment(autoescape=True).parse(source))


def spelt(node: nodes.Node) -> str:
    """The expression as it is written, as far as it names things."""
    match node:
        case nodes.Name(name=name):
            return name
        case nodes.Getattr(attr=name) | nodes.Getitem(arg=nodes.Const(value=str(name))):
            return f"{spelt(node.node)}.{name}"
        case nodes.Call():
            return f"{spelt(node.node)}()"
        case nodes.Getitem():
            return f"{spelt(node.node)}[…]"
    return "…"
