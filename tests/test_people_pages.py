"""Each person has a page; the index sorts them by family name, whatever its letters."""

from dataclasses import replace

from builder.pages.contents import Index, PersonPage
from builder.pages.people import plan_people
from builder.reading.timeline import Timeline
from tests.examples import WORDING, made, sample_timeline

TIMELINE = sample_timeline().without_drafts()


def index_of(timeline: Timeline) -> list[str]:
    """The names in the index of people."""
    page = made(plan_people(timeline, WORDING))[0]
    assert isinstance(page.content, Index)
    return [getattr(entry, "sort_name", "") for entry in page.content.entries]


def content_of(name: str) -> PersonPage:
    """What the page of a person shows."""
    pages = {page.path: page.content for page in made(plan_people(TIMELINE, WORDING))}
    content = pages[f"people/{name}.html"]
    assert isinstance(content, PersonPage)
    return content


def test_people_are_sorted_by_family_name():
    """Reeve comes before Venn."""
    assert ["Reeve, Tobias", "Venn, Mara"] == index_of(TIMELINE)


def test_turkish_names_stand_where_readers_look_for_them():
    """Ç is beside C, Ş beside S and İ beside I, not after Z."""
    person = TIMELINE.people[0]
    names = ["Zorlu", "Şen", "Çam", "Irmak", "İnce", "Demir", "Ün"]
    people = tuple(
        person.model_copy(update={"id": f"p{number}", "sort_name": name})
        for number, name in enumerate(names)
    )

    assert ["Çam", "Demir", "İnce", "Irmak", "Şen", "Ün", "Zorlu"] == index_of(
        replace(TIMELINE, people=people)
    )


def test_a_person_is_shown_with_races_events_and_forms_of_the_name():
    """Everything that names somebody can be found from there."""
    content = content_of("mara-venn")

    assert ["1991"] == [race.id for race in content.races]
    assert ["venn-enters-the-council", "the-town-votes", "venn-speaks"] == [
        shown.event.id for shown in content.events
    ]
    assert [("Mara Wenn", ["B"])] == [
        (form, [source.letter for source in sources]) for form, sources in content.variants
    ]


def test_the_index_comes_first():
    """Then everybody, each at an address of their own."""
    paths = [page.path for page in made(plan_people(TIMELINE, WORDING))]

    assert ["people/index.html", "people/mara-venn.html", "people/tobias-reeve.html"] == paths
