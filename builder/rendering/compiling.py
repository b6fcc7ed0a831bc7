"""How templates are compiled: what is the same for every page is worked out once.

Takes the nodes of a template; gives code in which the strings that need no value stand as text.
Law: a page is byte for byte what it would be if everything was worked out while it is rendered.

It nearly halves the time of a page. For that it overrides ``_output_child_pre``, ``macro_def``
and ``_get_default_module`` and takes ``_escape_inner``, which Jinja2 and MarkupSafe do not
document: their versions are locked, and ``tests/test_compiling.py`` compares with what they do by
themselves. One thing is stricter than in Jinja2: ``x.y`` is the attribute alone, and has to be
there. An item is ``x['y']``, and ``default`` and ``is defined`` are for names.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from functools import cached_property
from keyword import iskeyword
from typing import Any, cast

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape
from markupsafe import _escape_inner as escape_text  # type: ignore[attr-defined]

from builder.views.wording import UnknownStringError


def to_html(value: object) -> str:
    """Return *value* as HTML, as ``markupsafe.escape`` does.

    A page has hundreds of them; this is six times as fast, since no ``Markup`` is made that would
    become a part of the page at once.
    """
    if type(value) is str:
        escaped: str = escape_text(value)  # the part of escape() that escapes
        return escaped
    return value if type(value) is Markup else escape(value)


class StringsAsText(NodeTransformer):
    """Puts text in the place of every ``say('key')`` that asks for no value."""

    def __init__(self, say: Callable[[str], str]) -> None:
        self._say = say

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802
        """Return the text for a string, or the call if it can only be made later."""
        self.generic_visit(node)
        match node:
            case nodes.Call(
                node=nodes.Name(name="say"), args=[nodes.Const(value=str(key))], kwargs=[]
            ):
                return self._text(node, key)
        return node

    def _text(self, call: nodes.Call, key: str) -> nodes.Node:
        try:
            return nodes.Const(self._say(key), lineno=call.lineno)
        except UnknownStringError:  # told when a page asks for it
            return call


class QuickMacro(Macro):
    """A macro that is quicker where it gets just its arguments, in their order: as it mostly is."""

    def __init__(self, macro: Macro) -> None:
        vars(self).update(vars(macro))

    def __call__(self, *arguments: Any, **named: Any) -> str:
        """Return what the macro prints: HTML, as all that templates print is."""
        if named or len(arguments) != self._argument_count:
            return super().__call__(*arguments, **named)
        return str.__new__(Markup, self._func(*arguments))


def quicken(macro: Macro) -> Macro:
    """Return a macro that is called in half the time, if it is one of those that can be."""
    asks_for_more = macro.caller or macro.catch_kwargs or macro.catch_varargs
    return macro if asks_for_more else QuickMacro(macro)


class Generator(CodeGenerator):
    """Makes the code of a template, in which its strings stand."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Write the code of a whole template."""
        say = cast("Callable[[str], str]", self.environment.globals["say"])
        super().visit_Template(StringsAsText(say).visit(node), frame)

    def visit_Call(  # noqa: N802
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """Write a call as it stands: nothing that our templates call asks for their context."""
        if node.dyn_args or node.dyn_kwargs or any(iskeyword(arg.key) for arg in node.kwargs):
            return super().visit_Call(node, frame, forward_caller=forward_caller)
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        return self.write("caller=caller)" if forward_caller else ")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write an attribute as Python does: nothing that templates show has items for it."""
        is_block = isinstance(node.node, nodes.Name) and node.node.name == "self"
        if node.ctx != "load" or iskeyword(node.attr) or is_block:
            return super().visit_Getattr(node, frame)
        self.visit(node.node, frame)
        return self.write(f".{node.attr}")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """Write what defines a macro."""
        self.write("environment.quicken(")
        super().macro_def(macro_ref, frame)
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:
        """Have what is printed go through ``to_html`` of the environment; none is without."""
        self.write("environment.to_html(")


class PlainTemplate(Template):
    """A template without globals of its own, so that its macros are the same for every page."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return super()._get_default_module()


class PlainEnvironment(Environment):
    """An environment whose templates are compiled so, and stay as they were first loaded."""

    code_generator_class = Generator
    template_class = PlainTemplate
    to_html = staticmethod(to_html)
    quicken = staticmethod(quicken)

    @cached_property
    def _loaded(self) -> dict[str, Template]:
        return {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """Return a template; each page imports a dozen."""
        if isinstance(name, Template):
            return name
        if name not in self._loaded:
            self._loaded[name] = super().get_template(name, parent, globals)
        return self._loaded[name]
