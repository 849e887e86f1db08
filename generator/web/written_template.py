"""A template as it is written: its names, and how an expression is spelt in a message."""

from __future__ import annotations

from jinja2 import nodes

from generator.web.templates import renames_strings

_ASKING = {"defined", "undefined"}
_STAND_INS = {"default", "d"}


class WrittenTemplate:
    """A template, the names that it gives values to, and what it asks the existence of."""

    def __init__(self, tree: nodes.Template) -> None:
        self.tree = tree
        self.renames = renames_strings(tree)
        self.stored = {each.name for each in tree.find_all(nodes.Name) if each.ctx != "load"}
        self.stored |= {each.name for each in tree.find_all(nodes.Macro)}
        self.stored |= {each.target for each in tree.find_all(nodes.Import)}
        # What extends a template that only a page's values name may know anything.
        parents = (each.template for each in tree.find_all(nodes.Extends))
        self.is_open = not all(isinstance(each, nodes.Const) for each in parents)
        tests = (each.node for each in tree.find_all(nodes.Test) if each.name in _ASKING)
        filled = (each.node for each in tree.find_all(nodes.Filter) if each.name in _STAND_INS)
        self.asked = {spelt(each) for each in (*tests, *filled) if each is not None}


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
