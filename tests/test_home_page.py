"""The timeline goes from race to race, and says how long it is between them."""

from dataclasses import replace

from builder.models.content import Event, Race
from builder.models.figures import Figure
from builder.pages.contents import Chapter, Home
from builder.pages.home import plan_home
from builder.pages.page import Page
from builder.reading.timeline import Timeline
from tests.examples import WORDING, event_text, figure_text, make, sample_timeline
from tests.test_model import RACE

TIMELINE = sample_timeline().without_drafts()


def plan(timeline: Timeline) -> tuple[Page, Home]:
    """The home page of a timeline, and what it shows."""
    assert timeline.site is not None
    page = plan_home(timeline, WORDING, timeline.site).make()
    assert isinstance(page.content, Home)
    return page, page.content


def make_race(year: int, date: str) -> Race:
    """A race of the sample in another year."""
    text = RACE.replace('id: "1991"', f'id: "{year}"').replace("1991-05-12", date)
    return make(Race, text)


def make_event(name: str, date: str) -> Event:
    """An event on a day."""
    return make(Event, event_text(id=name, date=f'"{date}"'))


def names(chapter: Chapter) -> tuple[str | None, list[str]]:
    """The race and the events of a chapter."""
    events = [shown.event.id for year in chapter.years for shown in year.events]
    return chapter.race.race.id if chapter.race else None, events


def test_the_page_has_the_sites_own_words():
    """Title and description are typed in content/site.yaml."""
    page, _ = plan(TIMELINE)

    assert "index.html" == page.path
    assert "Port Alder counts: Port Alder’s race for mayor, 1991" == page.title
    assert "The race for mayor of an invented harbour town." == page.description


def test_chapters_begin_with_their_race():
    """What happened before the first race stands before it; what happened on its day, after."""
    races = (make_race(1991, "1991-05-12"), make_race(1995, "1995-03-01"))
    events = (
        make_event("before", "1986"),
        make_event("on-the-day", "1991-05-12"),
        make_event("the-day-before-the-next", "1995-02-28"),
        make_event("on-the-next-day", "1995-03-01"),
        make_event("later", "2001"),
    )

    _, home = plan(replace(TIMELINE, races=races, events=events))

    assert [
        (None, ["before"]),
        ("1991", ["on-the-day", "the-day-before-the-next"]),
        ("1995", ["on-the-next-day", "later"]),
    ] == [names(chapter) for chapter in home.chapters]


def test_a_race_without_events_is_shown():
    """Its bridge stands for itself; nothing before the first race is no chapter."""
    _, home = plan(replace(TIMELINE, events=()))

    assert [("1991", [])] == [names(chapter) for chapter in home.chapters]


def test_without_races_there_is_one_chapter():
    """A timeline may have events only."""
    _, home = plan(replace(TIMELINE, races=(), events=(make_event("a", "1986"),)))

    assert [(None, ["a"])] == [names(chapter) for chapter in home.chapters]
    assert () == home.opening.leads


def test_the_depth_between_two_races_is_told():
    """How long it is to the next race stands in the chapter; the last has none."""
    races = tuple(
        make_race(year, date)
        for year, date in ((1986, "1986"), (1991, "1991-05-12"), (1992, "1991-06-01"))
    )

    _, home = plan(replace(TIMELINE, races=races))

    assert ["5 years", "20 days", ""] == [chapter.sounding for chapter in home.chapters]


def test_events_are_gathered_by_year():
    """A decade stands under the year in which it begins."""
    events = tuple(
        make_event(name, date)
        for name, date in (("a", "198X"), ("b", "1986"), ("c", "1986-05"), ("d", "1987"))
    )

    _, home = plan(replace(TIMELINE, events=events))

    assert [("1980", 1), ("1986", 2), ("1987", 1)] == [
        (year.label, len(year.events)) for year in home.chapters[0].years
    ]


def test_a_fact_of_the_reference_layer_stands_in_its_year():
    """Beside the events, apart from them, also in a year that has none."""
    _, home = plan(replace(TIMELINE, events=(make_event("later", "1992"),)))

    assert [("1991", [], ["venn-sworn-in"]), ("1992", ["later"], [])] == [
        (year.label, [s.event.id for s in year.events], [fact.event.id for fact in year.facts])
        for year in home.chapters[0].years
    ]


def test_all_leads_are_drawn_to_one_scale():
    """The strip of leads has an axis, and each drawing its width."""
    figures = (
        make(Figure, figure_text(id="small", value='"13,000"', qualifier="about")),
        make(Figure, figure_text(id="large", value='"777,000"', qualifier="more-than")),
    )
    races = (
        make(Race, f"{RACE}lead: small\n"),
        make(Race, RACE.replace('"1991"', '"1995"') + "lead: large\n"),
    )

    _, home = plan(replace(TIMELINE, races=races, events=(), figures=figures))

    spans = [lead.shown.span for lead in home.opening.leads]
    assert [850, 850] == [span.width for span in spans if span]
    assert ["", "M777 36H827"] == [span.open_end for span in spans if span]
    assert [("0", "0.00"), ("250,000", "29.41"), ("500,000", "58.82")] == list(home.opening.axis)[
        :3
    ]


def test_a_race_without_a_lead_has_no_drawing():
    """Nothing is drawn that is not known."""
    _, home = plan(replace(TIMELINE, races=(make_race(1991, "1991-05-12"),)))

    assert [None] == [lead.shown.span for lead in home.opening.leads]


def test_the_opening_has_the_first_notes():
    """Notes of the page are numbered from the top."""
    page, home = plan(TIMELINE)

    assert [1] == [note.number for piece in home.opening.text for note in piece.notes]
    assert list(range(1, len(page.notes) + 1)) == [note.number for note in page.notes]
