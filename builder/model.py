"""The typed, frozen models of the content: events, people, parties, places, races, the site.

Takes plain values from YAML (every scalar a text); gives models whose every part knows its place.
One description of the content: these models validate it, and editors' completion is generated
from them. Law: no unknown keys, no guessing; a key that is absent means "not known".
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from builder.fields import (
    Date,
    Id,
    Ids,
    Kind,
    Located,
    Shore,
    Status,
    Text,
    Url,
    Weight,
)


class Evidence(Located):
    """A passage of an article that carries something, and the words taken from it."""

    source: Id = Field(description="The id of a record in seeds/.")
    passage: int = Field(ge=1, description="The number of the passage in that record.")
    quotation: Text | None = Field(
        None, description="4 to 25 words, exactly as they stand in the passage."
    )
    said_by: Id | None = Field(
        None, description="The person whose words the article quotes here; else they are its own."
    )


class Citation(Evidence):
    """Evidence with a name, by which the markers of a text call it."""

    id: Id = Field(description="The name by which a marker [@name] in the text calls it.")


class OwnNumber(Located):
    """A number of ours that no passage holds, such as a count of listed things, and why."""

    number: Text = Field(description="The number as it is typed in the title or body.")
    reason: Text = Field(description="Where it comes from.")


class Cited(Located):
    """Anything whose text rests on citations: an event, a person, a race, the opening."""

    id: Id
    body: Text = Field(description="Markdown; each sentence ends with its markers, like this.[@a]")
    citations: tuple[Citation, ...] = Field(min_length=1)
    own_numbers: tuple[OwnNumber, ...] = ()

    @property
    def heading(self) -> str:
        """The title over the body, if its words are a statement too."""
        return ""

    @property
    def heading_key(self) -> str:
        """The key under which the heading is typed."""
        return "title"


class Event(Cited):
    """One thing that happened or was said, as the articles report it."""

    date: Date = Field(description="EDTF: 2019, 2019-05, 2019-05-06, 2019~, A/B, [A..B].")
    date_basis: Text | None = Field(
        None, description="Where the date comes from, if no cited passage gives it."
    )
    time: Text | None = Field(None, description="Part of the day, such as night.")
    title: Annotated[str, StringConstraints(min_length=3, max_length=80)] = Field(
        description="Short, concrete, present tense, without adjectives that judge."
    )
    kind: Kind
    shore: Shore = Field(description="Does it happen in the city, or in the country?")
    race: Id | None = Field(None, description="The race that it belongs to (content/races.yaml).")
    people: Ids = ()
    parties: Ids = ()
    places: Ids = ()
    office_of: Id | None = Field(None, description="Whose office it is that this event is about.")
    weight: Weight = "normal"
    status: Status = "published"

    @property
    def heading(self) -> str:
        """The title."""
        return self.title


class Variant(Located):
    """A form of a name that an article uses."""

    form: Text
    sources: Ids = Field(min_length=1)


class Person(Cited):
    """Somebody whom the articles name."""

    name: Text = Field(description="The canonical spelling.")
    sort_name: Text = Field(description="Family name first.")
    variants: tuple[Variant, ...] = ()


class Party(Located):
    """A party: its short name, its full names, and the forms that the articles use."""

    id: Id
    name: Text
    short_name: Text
    native_name: Text | None = None
    mark: Id = Field(description="The pattern and colour of its bars, as the style sheet names it.")
    variants: tuple[Variant, ...] = ()


class Spot(Located):
    """A place that events happen in."""

    id: Id
    name: Text
    variants: tuple[Variant, ...] = ()


class Race(Cited):
    """An election for mayor and what the articles give of its result."""

    date: Date
    date_basis: Text | None = Field(
        None, description="Where the date comes from, if no cited passage gives it."
    )
    title: Text
    caption: Text = Field(description="Two or three words under the date of its bridge.")
    state: Literal["valid", "annulled", "unreported"] = Field(
        description="Does the result stand, was it annulled, or do the articles give none?"
    )
    shares: Ids = Field((), max_length=2, description="Figures with the shares, leader first.")
    lead: Id | None = Field(None, description="The figure of the lead in votes.")
    rerun_of: Id | None = Field(None, description="The annulled race that this one repeats.")

    @property
    def heading(self) -> str:
        """The caption: the title itself is the date of the vote."""
        return self.caption

    @property
    def heading_key(self) -> str:
        """The key under which the heading is typed."""
        return "caption"


class Edition(Located):
    """The same site in another language."""

    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    name: Text = Field(description="The language as its readers call it, such as Türkçe.")
    url: Url


class Site(Cited):
    """The site's own words: name, headline and the standfirst, which is cited like an event."""

    name: Text
    headline: Text
    kicker: Text
    promise: Text = Field(description="One sentence on what the page proves.")
    description: Text = Field(description="For search engines; at most 160 characters.")
    coverage: Text = Field(description="What the timeline covers, and where it ends.")
    known_days: tuple[Date, ...] = Field(
        (), description="Days for which a page shows what was known at their end."
    )
    editions: tuple[Edition, ...] = Field(
        (), description="Other languages; with the first, the language switch appears."
    )
    language: Literal["en"] = "en"
    repository: Url | None = None

    @property
    def heading(self) -> str:
        """The headline over the timeline."""
        return self.headline

    @property
    def heading_key(self) -> str:
        """The key under which the heading is typed."""
        return "headline"


class Retired(Located):
    """An id that an event once had: it is never given to another."""

    id: Id
    reason: Text
