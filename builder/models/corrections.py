"""The model of a correction: what was published, what stands there now, and why.

Takes plain values from content/corrections.yaml; gives corrections that know their place. Law: a
published figure or quotation never changes in silence, and no correction is ever taken away.
"""

from __future__ import annotations

from typing import Literal, Self, get_args

from pydantic import Field, model_validator

from builder.models.fields import (
    Day,
    EventId,
    FigureId,
    Id,
    Located,
    PersonId,
    RaceId,
    SourceId,
    Text,
)

Corrected = Literal["event", "figure", "person", "race", "source"]
"""What can be corrected; each is a key that names one by its id."""


class Correction(Located):
    """Something that we published and had to correct."""

    id: Id = Field(description="The name by which the page and the feed call the correction.")
    date: Day = Field(description="The day of the correction, such as 2026-03-14.")
    event: EventId | None = Field(None, description="The event that was corrected.")
    figure: FigureId | None = Field(None, description="The figure that was corrected.")
    person: PersonId | None = Field(None, description="The person whose entry was corrected.")
    race: RaceId | None = Field(None, description="The race whose entry was corrected.")
    source: SourceId | None = Field(None, description="The article whose record was corrected.")
    old: Text = Field(description="What stood there, word for word.")
    new: Text = Field(description="What stands there now, word for word.")
    why: Text = Field(description="What was wrong, and how that was noticed.")

    @model_validator(mode="after")
    def _names_one_thing(self) -> Self:
        if len(self._named()) != 1:
            raise ValueError(f"a correction names one thing: {', '.join(get_args(Corrected))}")
        return self

    def _named(self) -> list[Corrected]:
        kinds: tuple[Corrected, ...] = get_args(Corrected)
        return [kind for kind in kinds if getattr(self, kind) is not None]

    @property
    def kind(self) -> Corrected:
        """Which kind of thing was corrected."""
        return self._named()[0]

    @property
    def about(self) -> str:
        """The id of what was corrected."""
        return str(getattr(self, self.kind))
