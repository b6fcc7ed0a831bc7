"""The typed, frozen models of the content: events, people, parties, places, races, the site.

Takes plain values from YAML (every scalar a text); gives models whose every part knows its place.
One description of the content: these models validate it, and editors' completion is generated
from them. Law: no unknown keys, no guessing; a key that is absent means "not known".
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, StringConstraints
from pydantic.config import JsonDict

from builder.models.fields import (
    Date,
    Day,
    FigureId,
    Id,
    Kind,
    Language,
    Located,
    Meanings,
    PartyId,
    PersonId,
    PlaceId,
    RaceId,
    Shore,
    SourceId,
    Status,
    Text,
    Url,
    Weight,
)

FOLDED: JsonDict = {
    "label": ">-",
    "description": "Folded: the lines below are one paragraph, and may hold any character.",
    "body": ">-\n    $1",
}
"""What an editor inserts for a text of sentences, in which a colon must do no harm."""


class Evidence(Located):
    """A passage of an article that carries something, and the words taken from it."""

    # The passages that can be cited are those of the source: see ``enumerations``.
    model_config = ConfigDict(json_schema_extra={"allOf": [{"nameOf": "passage"}]})

    source: SourceId = Field(description="The article: the id of a record in seeds/.")
    passage: int = Field(ge=1, description="The number of the passage in that record.")
    quotation: Text | None = Field(
        None, description="4 to 25 words, exactly as they stand in the passage."
    )
    said_by: PersonId | None = Field(
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
    body: Text = Field(
        description="Markdown; each sentence ends with its markers, like this.[@a]",
        json_schema_extra={"defaultSnippets": [FOLDED]},
    )
    citations: tuple[Citation, ...] = Field(
        min_length=1,
        description="The passages that the text rests on, in the order in which it calls them.",
    )
    own_numbers: tuple[OwnNumber, ...] = Field(
        (), description="Numbers of ours that no passage holds; refused where not needed."
    )

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

    date: Date
    date_basis: Text | None = Field(
        None, description="Where the date comes from, if no cited passage gives it."
    )
    time: Text | None = Field(
        None, description="The part of the day, as the article has it, such as night."
    )
    title: Annotated[str, StringConstraints(min_length=3, max_length=80)] = Field(
        description="Short, concrete, present tense, without adjectives that judge."
    )
    kind: Kind = Field(description="What kind of event it is; readers filter by it.")
    shore: Shore = Field(description="Does it happen in the city, or in the country?")
    race: RaceId | None = Field(
        None, description="The race that it belongs to (content/races.yaml)."
    )
    people: tuple[PersonId, ...] = Field(
        (), description="Who takes part or is spoken of (content/people.yaml)."
    )
    parties: tuple[PartyId, ...] = Field(
        (), description="The parties that take part (content/parties.yaml)."
    )
    places: tuple[PlaceId, ...] = Field((), description="Where it happens (content/places.yaml).")
    office_of: PersonId | None = Field(
        None, description="Whose office it is that this event is about."
    )
    weight: Weight = Field("normal", description="How large it is shown: normal if left out.")
    status: Status = Field("published", description="draft keeps it out of the published site.")
    changed: Day | None = Field(
        None, description="The day of the last change that readers will notice."
    )
    aliases: tuple[Id, ...] = Field(
        (), description="Ids that it had before: their addresses lead here."
    )

    @property
    def heading(self) -> str:
        """The title."""
        return self.title


class Variant(Located):
    """A form of a name that an article uses."""

    form: Text = Field(description="The name exactly as the article prints it.")
    sources: tuple[SourceId, ...] = Field(
        min_length=1, description="The articles that use this form."
    )


Variants = Annotated[
    tuple[Variant, ...], Field(description="The forms of the name that the articles use.")
]


class Person(Cited):
    """Somebody whom the articles name."""

    name: Text = Field(description="The canonical spelling.")
    sort_name: Text = Field(description="Family name first, such as Doe, Jane.")
    variants: Variants = ()


class Party(Located):
    """A party: its short name, its full names, and the forms that the articles use."""

    id: Id
    name: Text = Field(description="The full name in English.")
    short_name: Text = Field(description="The abbreviation by which it is known.")
    native_name: Text | None = Field(None, description="The full name in the party’s language.")
    mark: Id = Field(description="The pattern and colour of its bars, as the style sheet names it.")
    variants: Variants = ()


class Spot(Located):
    """A place that events happen in."""

    id: Id
    name: Text = Field(description="The name as it is shown.")
    variants: Variants = ()


class Race(Cited):
    """An election for mayor and what the articles give of its result."""

    date: Date
    date_basis: Text | None = Field(
        None, description="Where the date comes from, if no cited passage gives it."
    )
    title: Text = Field(description="The name of the race, such as The race of 12 May 1991.")
    caption: Text = Field(description="Two or three words under the date of its bridge.")
    state: Annotated[
        Literal["valid", "annulled", "unreported"],
        Meanings(
            {
                "valid": "The result stands.",
                "annulled": "The result was annulled.",
                "unreported": "The articles give no result.",
            }
        ),
    ] = Field(description="What became of the result; it decides how the bridge is drawn.")
    shares: tuple[FigureId, ...] = Field(
        (), max_length=2, description="Figures with the shares, leader first."
    )
    lead: FigureId | None = Field(None, description="The figure of the lead in votes.")
    rerun_of: RaceId | None = Field(None, description="The annulled race that this one repeats.")

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

    language: Language = Field(description="Its language: two letters of ISO 639-1, such as tr.")
    name: Text = Field(description="The language as its readers call it, such as Türkçe.")
    url: Url = Field(description="Where that edition begins, such as https://example.org/tr/.")


class Site(Cited):
    """The site's own words: name, headline and the standfirst, which is cited like an event."""

    name: Text = Field(description="The name of the site, on every page and in its title.")
    headline: Text = Field(description="The line over the timeline: a statement, cited like one.")
    kicker: Text = Field(description="The small line over the headline.")
    promise: Text = Field(description="One sentence on what the page proves.")
    description: Text = Field(description="For search engines; at most 160 characters.")
    coverage: Text = Field(description="What the timeline covers, and where it ends.")
    known_days: tuple[Date, ...] = Field(
        (), description="Days for which a page shows what was known at their end."
    )
    editions: tuple[Edition, ...] = Field(
        (), description="Other languages; with the first, the language switch appears."
    )
    language: Literal["en"] = Field(
        "en", description="The language of the texts; its words are in templates/strings/."
    )
    repository: Url | None = Field(
        None, description="Where the data are kept; where it is set, the footer leads there."
    )

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
    reason: Text = Field(description="Why the event is gone, such as: merged into another.")
