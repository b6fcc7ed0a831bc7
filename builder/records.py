"""The typed, frozen models of the source records: one article each, passage by passage.

Takes plain values from YAML; gives records that say who published what, when and where, how sure
we are of it, and what each passage says in our words. Law: the article's text is never part.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from builder.fields import Date, Id, Located, Oddness, Sha256, Text, Url


class ArticleFile(Located):
    """The file that holds the article's text, which is never part of the project."""

    file: Annotated[str, StringConstraints(pattern=r"^[\w.-]+\.txt$")]
    sha256: Sha256
    words: int = Field(ge=1, description="Words between white space.")


class Address(Located):
    """Where the article can be read, and how sure we are of it."""

    url: Url | None = None
    certainty: Literal["exact", "mirror", "inferred", "none"]
    note: Text

    @model_validator(mode="after")
    def _has_url_unless_none(self) -> Self:
        if (self.url is None) != (self.certainty == "none"):
            raise ValueError("an address has a url exactly when its certainty is not 'none'")
        return self


class Published(Located):
    """When the article appeared, and how that is known."""

    date: Date
    basis: Literal["stated", "inferred"]
    source: Text = Field(alias="from", description="Stated where, or inferred from what.")


class Translation(Located):
    """The languages that the text has been through, first to last (ISO 639-1)."""

    chain: tuple[Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")], ...] = Field(
        min_length=2
    )
    basis: Literal["stated", "inferred"]
    note: Text


class Relative(Located):
    """A known article that this one goes back to."""

    publisher: Text
    title: Text
    published: Date
    note: Text


class Oddity(Located):
    """Something in a passage that a reader should know: a slip, a sum that does not add up."""

    passage: int = Field(ge=1)
    kind: Oddness
    note: Text


class Passage(Located):
    """A non-empty line of the article: what it says in our words, or why it says nothing."""

    number: int = Field(ge=1)
    gist: Text | None = None
    furniture: Text | None = None

    @model_validator(mode="after")
    def _is_one_or_the_other(self) -> Self:
        if (self.gist is None) == (self.furniture is None):
            raise ValueError("a passage has either a gist or a reason why it is furniture")
        return self


class Source(Located):
    """The record of one article."""

    id: Id
    letter: Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,2}$")]
    name: Text
    publisher: Text
    title: Text | None = None
    title_basis: Text | None = None
    document: ArticleFile
    address: Address
    published: Published
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    translation: Translation | None = None
    relative: Relative | None = None
    summary: Text
    oddities: tuple[Oddity, ...] = ()
    passages: tuple[Passage, ...] = Field(min_length=1)

    @property
    def is_translation(self) -> bool:
        """Whether its quotations are nobody's exact words."""
        return self.translation is not None

    def reported(self) -> Iterator[Passage]:
        """Yield the passages that report something: all but page furniture."""
        return (passage for passage in self.passages if passage.furniture is None)
