"""A page for each race of the articles, and the index of all races."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from builder.models.content import Race
from builder.models.figures import Figure
from builder.pages.embedding import offer_race
from builder.pages.figure_contents import Computed, CountStep, RacePage, RacesPage
from builder.pages.figures import list_figures
from builder.pages.home import scale_of_leads, show_race
from builder.pages.page import Page, Plan
from builder.pages.parts import Gathering
from builder.pages.reference_views import Archive
from builder.pages.shores import ferry
from builder.pictures.cards import card_path
from builder.reading.timeline import Timeline
from builder.scale import MOST_ON_PAGE
from builder.views.addresses import NOWHERE, Addresses
from builder.views.paths import race_path
from builder.views.places import race_place
from builder.views.views import Notebook, ShownFigure
from builder.views.wording import Wording


def plan_races(
    timeline: Timeline, wording: Wording, addresses: Addresses = NOWHERE
) -> Iterator[Plan]:
    """Yield the index of races and the page of each race that the articles speak of."""
    yield Plan("races/index.html", partial(_make_index, timeline, wording))
    for race in timeline.races:
        make = partial(_make_race, timeline, wording, addresses, race)
        shows = timeline.related.events_of_race.get(race.id, ())
        yield Plan(race_path(race.id), make, shows)
        yield from _events_of(timeline, wording, race).plans()


def _make_index(timeline: Timeline, wording: Wording) -> Page:
    notebook = Notebook(timeline, wording, "races/index.html")
    width, archive = scale_of_leads(timeline), Archive(timeline, wording)
    content = RacesPage(
        tuple(show_race(notebook, race, width) for race in timeline.races),
        tuple(archive.official(race) for race in timeline.official_races),
    )
    title, intro = wording.say("races.title"), wording.say("races.intro")
    return Page("races/index.html", "races.html", title, intro, content, notebook.notes)


def _make_race(timeline: Timeline, wording: Wording, addresses: Addresses, race: Race) -> Page:
    path = race_path(race.id)
    notebook = Notebook(timeline, wording, path)
    shown = show_race(notebook, race, scale_of_leads(timeline))
    figures = timeline.related.figures_of_race.get(race.id, ())
    lists = list_figures(timeline, wording, race) if len(figures) > MOST_ON_PAGE else ()
    events = _events_of(timeline, wording, race)
    official = timeline.official.get(race.id)
    races = timeline.races
    at = races.index(race)
    content = RacePage(
        shown,
        race_place(timeline, race.id),
        _show_figures(notebook, figures) if not lists else (),
        lists,
        tuple(_count_steps(notebook, figures)),
        (_axis_start(figures), 100),
        tuple(_computed(timeline, wording, race)),
        Archive(timeline, wording).official(official) if official else None,
        timeline.related.differences_of_race.get(race.id, ()),
        tuple(ferry(events.listed)),
        events.parts,
        _twin(timeline, race),
        races[at - 1] if at else None,
        races[at + 1] if at + 1 < len(races) else None,
        offer_race(addresses, race),
    )
    description = wording.say("race.description", date=shown.when.text, caption=race.caption)
    card = card_path("race", race.id)
    return Page(path, "race.html", race.title, description, content, notebook.notes, card=card)


def _show_figures(notebook: Notebook, figures: tuple[Figure, ...]) -> tuple[ShownFigure, ...]:
    """Return *figures* article by article, in the order of their letters."""
    places = {source.id: place for place, source in enumerate(notebook.timeline.sources)}
    ordered = sorted(figures, key=lambda figure: places[figure.source])
    return tuple(notebook.figure(figure) for figure in ordered)


def _events_of(timeline: Timeline, wording: Wording, race: Race) -> Gathering:
    events = timeline.related.events_of_race.get(race.id, ())
    return Gathering(timeline, wording, race_path(race.id), race.title, events)


def _count_steps(notebook: Notebook, figures: tuple[Figure, ...]) -> Iterator[CountStep]:
    """Yield the stages of the count that figures are tied to, if there are at least two."""
    tied = [f for f in figures if f.counted is not None and f.measure != "boxes-counted"]
    stages = sorted({f.counted for f in tied if f.counted is not None})
    start = _axis_start(figures)
    for stage in stages if len(stages) > 1 else ():
        position = 100 * (stage - start) / (100 - start)
        shown = tuple(notebook.figure(f) for f in tied if f.counted == stage)
        yield CountStep(notebook.wording.number(stage), f"{position:.1f}", shown)


def _axis_start(figures: tuple[Figure, ...]) -> int:
    """Return the full ten percent below the earliest stage of the count."""
    earliest = min((f.counted for f in figures if f.counted is not None), default=Decimal(0))
    return int(earliest) // 10 * 10 if earliest < 100 else 90


def _twin(timeline: Timeline, race: Race) -> Race | None:
    if race.rerun_of is not None:
        return timeline.race[race.rerun_of]
    return next((other for other in timeline.races if other.rerun_of == race.id), None)


def _computed(timeline: Timeline, wording: Wording, race: Race) -> Iterator[Computed]:
    """Yield what follows from the articles' own figures, with the working."""
    shares = [timeline.figure[name] for name in race.shares]
    # Shares of two stages of a count make no lead: they have to be of the same hour.
    if len(shares) == 2 and shares[0].hour == shares[1].hour:
        points = shares[0].value - shares[1].value
        working = f"{wording.number(shares[0].value)} − {wording.number(shares[1].value)}"
        result = wording.measure("percentage-points", points)
        yield Computed(wording.say("computed.points"), working, result, "", True)
    yield from _change(timeline, wording, race)


def _change(timeline: Timeline, wording: Wording, race: Race) -> Iterator[Computed]:
    """Yield the change of the lead against the race before, which is named."""
    at = timeline.races.index(race)
    earlier = timeline.races[at - 1] if at else None
    if earlier is None or race.lead is None or earlier.lead is None:
        return
    now, then = timeline.figure[race.lead], timeline.figure[earlier.lead]
    if then.qualifier != "exactly" or now.qualifier not in ("exactly", "more-than"):
        return  # nothing follows from "more than" less "more than"
    working = f"{wording.number(now.value)} − {wording.number(then.value)}"
    label = wording.say("computed.change", race=wording.when(earlier.date).text)
    result = wording.measure("votes", now.value - then.value)
    if now.qualifier == "more-than":
        result = wording.say("qualifier.more-than", value=result)
    yield Computed(label, working, result, "", True)
