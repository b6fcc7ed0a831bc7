"""What every page says alike is worked out when its template is compiled, and says the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import StrictUndefined
from jinja2.exceptions import UndefinedError
from markupsafe import Markup, escape

from builder.rendering.compiling import PlainEnvironment, to_html
from builder.views.wording import UnknownStringError
from tests.examples import make_wording

WORDING = make_wording(sharp="<b> & {{braces}}", plain="a & b", many={"other": "{count} lamps"})


def make_environment() -> tuple[PlainEnvironment, list[str]]:
    """An environment, and the keys that it has asked strings for."""
    asked: list[str] = []

    def say(key: str, **values: object) -> str:
        asked.append(key)
        return WORDING.say(key, **values)

    environment = PlainEnvironment(autoescape=True, undefined=StrictUndefined)
    environment.globals.update(say=say)
    return environment, asked


def test_a_string_is_looked_up_when_its_template_is_compiled():
    """However often it is printed."""
    environment, asked = make_environment()

    template = environment.from_string("{% for _ in range(3) %}{{ say('plain') }} {% endfor %}")

    assert "a &amp; b a &amp; b a &amp; b " == template.render()
    assert ["plain"] == asked


def test_a_string_with_values_is_said_when_it_is_printed():
    """Its text is not known before."""
    environment, _ = make_environment()

    template = environment.from_string("{{ say('lamp', name=name) }}, {{ say('many', count=n) }}")

    assert "a lamp of &lt;Venn&gt;, 1,204 lamps" == template.render(name="<Venn>", n=1204)


def test_a_string_that_is_missing_is_told_when_it_is_printed():
    """A template can be compiled, and tells of it at the line that asks."""
    environment, _ = make_environment()

    template = environment.from_string("{% if wanted %}{{ say('no-such') }}{% endif %}")

    assert "" == template.render(wanted=False)
    with pytest.raises(UnknownStringError, match="no-such"):
        template.render(wanted=True)


def test_macros_are_called_from_blocks_loops_and_macros():
    """A call passes on what is written, and nothing of Jinja's own."""
    environment, _ = make_environment()
    template = environment.from_string(
        "{% macro b(x) %}<b>{{ x }}{{ caller() if caller is defined }}</b>{% endmacro %}"
        "{% block main %}{% for x in xs %}{{ b(x) }}{% endfor %}"
        "{% call b('&') %}<i>{{ xs[0] }}</i>{% endcall %}{% endblock %}"
    )

    shown = template.render(xs=["<", Markup("<u>")])

    assert "<b>&lt;</b><b><u></b><b>&amp;<i>&lt;</i></b>" == shown


def test_macros_take_their_arguments_in_every_way():
    """Those that are left out have their defaults; too many, or names, are Jinja's to judge."""
    environment, _ = make_environment()
    macro = "{% macro m(a, b='&', c=a) %}{{ a }}{{ b }}{{ c }} {% endmacro %}"

    shown = environment.from_string(
        macro + "{{ m('<') }}{{ m(1, 2) }}{{ m(1, 2, 3) }}{{ m(c=1, a=2) }}"
    )

    assert "&lt;&amp;&lt; 121 123 2&amp;1 " == shown.render()
    with pytest.raises(TypeError, match="takes not more than 3"):
        environment.from_string(macro + "{{ m(1, 2, 3, 4) }}").render()


def test_an_attribute_is_an_attribute():
    """It has to be there, an item is none, and a block is still one of the template's own."""
    environment, _ = make_environment()
    template = environment.from_string(
        "{% block b %}{{ x.real }}{{ d['real'] }}{{ loop.real }}{% endblock %}{{ self.b() }}"
    )

    assert "121121" == template.render(x=1, d={"real": 2}, loop=1)
    for expression in ("x.y", "d.real", "x.y is defined", "x.y | default('')"):
        with pytest.raises(AttributeError):
            environment.from_string(f"{{{{ {expression} }}}}").render(x=1, d={"real": 2})


@given(st.one_of(st.text(), st.integers(), st.none(), st.text().map(Markup)))
def test_what_is_printed_is_escaped_as_ever(value: object):
    """Text, numbers and HTML become what ``markupsafe.escape`` makes of them."""
    assert escape(value) == to_html(value)


def test_what_is_undefined_cannot_be_printed():
    """A name that nobody gave is a mistake."""
    with pytest.raises(UndefinedError):
        to_html(StrictUndefined(name="lamp"))
