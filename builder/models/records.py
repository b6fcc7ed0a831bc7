"""The typed, frozen models of the source records: one article each, passage by passage.

Takes plain values from YAML; gives records that say who published what, when and where, how sure
we are of it, and what each passage says in our words. Law: the article's text is never part.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from builder.models.fields import Date, Id, Language, Located, Meanings, Sha256, Text, Url

Basis = Annotated[
    Literal["stated", "inferred"],
    Meanings({"stated": "It is printed somewhere.", "inferred": "We conclude it."}),
]


class ArticleFile(Located):
    """The file that holds the article's text, which is never part of the project."""

    file: Annotated[str, StringConstraints(pattern=r"^[\w.-]+\.txt$")] = Field(
        description="The name of the file in seeds/texts/, such as article.txt."
    )
    sha256: Sha256 = Field(description="The SHA-256 of that file: 64 hexadecimal digits.")
    words: int = Field(ge=1, description="Words between white space.")


class Address(Located):
    """Where the article can be read, and how sure we are of it."""

    url: Url | None = Field(
        None, description="Where it can be read; left out exactly if the certainty is none."
    )
    certainty: Annotated[
        Literal["exact", "mirror", "inferred", "none"],
        Meanings(
            {
                "exact": "This very page was published there.",
                "mirror": "A copy of the page on another site.",
                "inferred": "We conclude the address; the page was not seen there.",
                "none": "No address was found.",
            }
        ),
    ] = Field(description="How sure we are that the article was published there.")
    note: Text = Field(description="How the address was found, and what was compared.")

    @model_validator(mode="after")
    def _has_url_unless_none(self) -> Self:
        if (self.url is None) != (self.certainty == "none"):
            raise ValueError("an address has a url exactly when its certainty is not 'none'")
        return self


class Published(Located):
    """When the article appeared, and how that is known."""

    date: Date
    basis: Basis = Field(description="Is the day printed, or concluded?")
    source: Text = Field(alias="from", description="Stated where, or inferred from what.")


class Translation(Located):
    """The languages that the text has been through, first to last (ISO 639-1)."""

    chain: tuple[Language, ...] = Field(
        min_length=2, description="The languages first to last, such as [tr, ar, en]."
    )
    basis: Basis = Field(description="Is the translation stated, or concluded?")
    note: Text = Field(description="What shows that it is a translation.")


class Relative(Located):
    """A known article that this one goes back to."""

    publisher: Text = Field(description="Who published that article.")
    title: Text = Field(description="Its title.")
    published: Date
    note: Text = Field(description="What shows that the two belong together.")


Oddness = Annotated[
    Literal[
        "name", "office", "garbled", "arithmetic", "date", "age", "figure", "loaded", "language",
        "furniture", "wording", "attribution",
    ],
    Meanings({
        "name": "A name is spelt unusually, or somebody is given another’s.",
        "office": "An office or a title is not the one that somebody held.",
        "garbled": "The sentence cannot be understood as it stands.",
        "arithmetic": "Numbers do not add up.",
        "date": "A date or a time of day is wrong or at odds with others.",
        "age": "An age is at odds with others.",
        "figure": "A number is at odds with others.",
        "loaded": "A word judges where it seems to report.",
        "language": "A slip of language or translation.",
        "furniture": "Something of the page that is not of the article.",
        "wording": "The same is said in two wordings, or oddly.",
        "attribution": "It is unclear, or at odds, who said it.",
    }),
]  # fmt: skip


class Oddity(Located):
    """Something in a passage that a reader should know: a slip, a sum that does not add up."""

    passage: int = Field(ge=1, description="The number of the passage that it is about.")
    kind: Oddness = Field(description="What is odd.")
    note: Text = Field(description="The oddity in a sentence of ours.")


class Passage(Located):
    """A non-empty line of the article: what it says in our words, or why it says nothing."""

    number: int = Field(ge=1, description="Counts the article’s lines that are not empty, from 1.")
    gist: Text | None = Field(
        None, description="What it reports, in our words, with its numbers as they stand."
    )
    furniture: Text | None = Field(
        None, description="Instead of a gist: why it reports nothing, such as a subheading."
    )

    @model_validator(mode="after")
    def _is_one_or_the_other(self) -> Self:
        if self.gist is None and self.furniture is None:
            raise ValueError(f"passage {self.number} waits for its gist")
        if self.gist is not None and self.furniture is not None:
            raise ValueError("a passage has either a gist or a reason why it is furniture")
        return self


class Source(Located):
    """The record of one article."""

    id: Id
    letter: Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,3}$")] = Field(
        description="The letter by which notes and citations call it, such as A."
    )
    name: Text = Field(description="What readers see as its name: short, usually the publisher.")
    publisher: Text = Field(description="Who published it.")
    title: Text | None = Field(None, description="The title of the article, if it is known.")
    title_basis: Text | None = Field(
        None, description="How the title is known, if it is not printed over the article."
    )
    document: ArticleFile = Field(description="The file with its text, which is not part of this.")
    address: Address = Field(description="Where it can be read, and how sure we are of it.")
    published: Published = Field(description="When it appeared, and how that is known.")
    language: Language = Field(
        description="The language of the text: two letters of ISO 639-1, such as en."
    )
    translation: Translation | None = Field(
        None, description="If it is a translation: its words are nobody’s exact words."
    )
    relative: Relative | None = Field(
        None, description="The article that this one goes back to, if one is known."
    )
    summary: Text = Field(description="What it is and what it reports, in a few sentences of ours.")
    oddities: tuple[Oddity, ...] = Field(
        (), description="What a reader should know about some of its passages."
    )
    passages: tuple[Passage, ...] = Field(
        min_length=1, description="All its lines that are not empty, in order, numbered from 1."
    )

    @property
    def is_translation(self) -> bool:
        """Whether its quotations are nobody's exact words."""
        return self.translation is not None

    def reported(self) -> Iterator[Passage]:
        """Yield the passages that report something: all but page furniture."""
        return (passage for passage in self.passages if passage.furniture is None)
