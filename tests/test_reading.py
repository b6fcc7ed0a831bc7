"""Reading the timeline in a real Chromium: finding, keys, themes, notes, paper, speed.

What is expected is computed from the content; what is clicked is found by the words of the
strings file, as a reader finds it.
"""

import gzip
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Locator, Page, Response, expect

from builder.models.content import Event
from builder.reading.choices import find_choices
from builder.reading.project import read_timeline
from builder.views.wording import read_wording
from tests.projects import ROOT

TIMELINE, _ = read_timeline(ROOT)
CHOICES = find_choices(TIMELINE)
WORDING, _ = read_wording(ROOT / "templates", "en")
assert WORDING is not None
say = WORDING.say
ALL = [event.id for event in TIMELINE.events]

VALUES: dict[str, list[str]] = {
    "race": [race.id for race in CHOICES.races],
    "person": [person.id for person in CHOICES.people],
    "party": [party.id for party in CHOICES.parties],
    "kind": list(CHOICES.kinds),
    "source": [source.id for source in TIMELINE.sources],
}
"""The fields of the filters, and what each can be set to."""

TAGS: dict[str, Callable[[Event], tuple[str | None, ...]]] = {
    "race": lambda event: (event.race,),
    "person": lambda event: event.people,
    "party": lambda event: event.parties,
    "kind": lambda event: (event.kind,),
    "source": lambda event: tuple(citation.source for citation in event.citations),
}
"""What of an event each field is compared with."""

NewPage = Callable[..., Page]
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 800}


@pytest.fixture
def home(new_page: NewPage, site_url: str) -> Page:
    """The home page on a desk."""
    return open_home(new_page(viewport=DESK), site_url)


def open_home(page: Page, site_url: str, **query: str) -> Page:
    """The home page, with filters set in its address."""
    page.goto(f"{site_url}/index.html" + (f"?{urlencode(query)}" if query else ""))
    return page


def found(**wanted: str) -> list[str]:
    """The events of the content that fit all of *wanted*."""
    return [e.id for e in TIMELINE.events if all(v in TAGS[f](e) for f, v in wanted.items())]


def shown(page: Page) -> list[str]:
    """The events that the page shows, in order."""
    ids: list[str] = page.locator(".event:not([hidden])").evaluate_all("all => all.map(e => e.id)")
    return [id_.removeprefix("event-") for id_ in ids]


def field(page: Page, name: str) -> Locator:
    """A field of the filters."""
    return page.get_by_role("combobox", name=say(f"filters.{name}"), exact=True)


def search_field(page: Page) -> Locator:
    """The search field."""
    return page.get_by_role("searchbox", name=say("filters.search"))


def announced(count: int) -> str:
    """What is said of the number of events."""
    if count == len(ALL):
        return say("filters.count.all", all=count)
    return say("filters.count.one", shown=count, all=len(ALL))


def expect_found(page: Page, ids: list[str]) -> None:
    """The page shows these events and announces their number."""
    expect(page.get_by_role("status")).to_have_text(announced(len(ids)))
    assert ids == shown(page)


# ---- filters


@pytest.mark.parametrize("name", VALUES)
def test_a_field_narrows_the_timeline(home: Page, name: str):
    """Each of its values shows the events that have it, counts them and stands in the address."""
    for value in VALUES[name]:
        field(home, name).select_option(value)
        expect_found(home, found(**{name: value}))
        assert home.url.endswith(f"?{name}={value}")

    field(home, name).select_option("")
    expect_found(home, ALL)
    assert home.url.endswith("/index.html")


def test_fields_narrow_together(home: Page, site_url: str):
    """What is shown fits all of them, and the search too."""
    field(home, "race").select_option("2019-06")
    field(home, "source").select_option("al-bawaba-2019-06-24")
    search_field(home).fill("erdogan")

    both = found(race="2019-06", source="al-bawaba-2019-06-24")
    assert set(shown(home)) < set(both)
    assert [] != shown(home)
    assert home.url == f"{site_url}/index.html?q=erdogan&race=2019-06&source=al-bawaba-2019-06-24"


def test_the_count_is_announced(home: Page):
    """Assistive technology is told of every change, politely."""
    expect(home.get_by_role("status")).to_have_attribute("aria-live", "polite")
    expect(home.get_by_role("status")).to_have_text(announced(len(ALL)))


def test_back_and_forward_go_through_what_was_found(home: Page):
    """Each choice is a step; a word that is typed is one, not one for each letter."""
    steps = [ALL, found(kind="vote"), found(kind="vote", race="2024-03")]
    field(home, "kind").select_option("vote")
    field(home, "race").select_option("2024-03")
    search_field(home).press_sequentially("zz")
    expect_found(home, [])

    for expected in reversed(steps):
        home.go_back()
        expect_found(home, expected)
    expect(field(home, "kind")).to_have_value("")
    home.go_forward()
    expect_found(home, steps[1])
    expect(field(home, "kind")).to_have_value("vote")


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_a_shared_address_opens_filtered(new_page: NewPage, site_url: str, viewport: object):
    """The fields show what the address says, and are unfolded where they are folded."""
    page = open_home(
        new_page(viewport=viewport), site_url, race="2019-06", person="binali-yildirim"
    )

    expect_found(page, found(race="2019-06", person="binali-yildirim"))
    expect(field(page, "person")).to_have_value("binali-yildirim")
    expect(field(page, "race")).to_be_visible()


def test_an_address_with_nonsense_shows_everything(new_page: NewPage, site_url: str):
    """A value that is not there is no filter."""
    page = open_home(new_page(), site_url, race="1453", colour="blue")

    expect_found(page, ALL)


@pytest.mark.parametrize("is_empty", [True, False], ids=["in-the-empty-state", "in-the-form"])
def test_one_action_clears_the_filters(home: Page, is_empty: bool):
    """An empty result says what to do; the bridges stay; clearing shows everything again."""
    field(home, "kind").select_option("vote")
    if is_empty:
        search_field(home).fill("zeppelin")
        expect(home.get_by_role("heading", name=say("filters.empty-title"))).to_be_visible()
        expect(home.locator(".bridge")).to_have_count(len(TIMELINE.races))
        expect(home.locator(".bridge").first).to_be_visible()
        home.get_by_role("button", name=say("filters.clear-all")).click()
    else:
        home.get_by_role("button", name=say("filters.clear"), exact=True).click()

    expect_found(home, ALL)
    expect(home.get_by_role("heading", name=say("filters.empty-title"))).to_be_hidden()
    expect(search_field(home)).to_have_value("")
    assert home.url.endswith("/index.html")
    if is_empty:
        expect(search_field(home)).to_be_focused()


def test_filters_unfold_on_a_phone(new_page: NewPage, site_url: str):
    """They take no room until they are asked for; the search is always there."""
    page = open_home(new_page(viewport=PHONE), site_url)
    more = page.get_by_role("button", name=say("filters.more"))

    expect(search_field(page)).to_be_visible()
    expect(field(page, "kind")).to_be_hidden()
    more.click()

    expect(more).to_have_attribute("aria-expanded", "true")
    expect(field(page, "kind")).to_be_visible()


# ---- search


@pytest.mark.parametrize(
    ("spellings", "person"),
    [
        (("imamoglu", "İMAMOĞLU", "ımamoğlu", "IMAMOGLU", "İmamoğlu"), "ekrem-imamoglu"),
        (("yildirim", "YILDIRIM", "Yıldırım", "YİLDİRİM"), "binali-yildirim"),
        (("erdogan", "ERDOĞAN", "erdoğan"), "recep-tayyip-erdogan"),
    ],
)
def test_search_folds_turkish_letters(home: Page, spellings: tuple[str, ...], person: str):
    """However a name is typed, the same events are found, and all of the person's are."""
    results = []
    for spelling in spellings:
        search_field(home).fill(spelling)
        results.append(shown(home))

    assert [results[0]] * len(spellings) == results
    assert set(found(person=person)) <= set(results[0]) < set(ALL)


def test_search_goes_through_all_words(home: Page):
    """Titles, texts, names and their other forms; several words are all to be found."""
    event = TIMELINE.events[-1]
    search_field(home).fill(event.title.upper())
    assert event.id in shown(home)

    party = next(party for party in TIMELINE.parties if party.native_name and found(party=party.id))
    search_field(home).fill(party.native_name or "")
    assert set(found(party=party.id)) <= set(shown(home))

    person, form = next(
        (person.id, variant.form)
        for person in TIMELINE.people
        for variant in person.variants
        if found(person=person.id) and not any(variant.form in e.body for e in TIMELINE.events)
    )
    search_field(home).fill(form)
    assert set(found(person=person)) <= set(shown(home))


def test_a_folded_event_opens_where_words_are_found(home: Page):
    """What is found is seen; what is found no longer folds again."""
    folded = next(event for event in TIMELINE.events if event.weight == "background")
    details = home.locator(f"[id='event-{folded.id}'] details")
    expect(details).not_to_have_attribute("open", "")

    search_field(home).fill(folded.title)

    expect(details).to_have_attribute("open", "")


# ---- keys


def focused_event(page: Page) -> str:
    """The event whose title has the focus, and shows it."""
    focus = page.evaluate(
        """() => {
            const it = document.activeElement, box = it.getBoundingClientRect();
            const ring = parseFloat(getComputedStyle(it).outlineWidth);
            const isSeen = it.matches(":focus-visible") && ring >= 2;
            const isInside = box.top >= 0 && box.bottom <= innerHeight;
            return isSeen && isInside ? it.closest(".event")?.id ?? "" : "";
        }"""
    )
    return str(focus).removeprefix("event-")


def test_j_and_k_go_from_event_to_event(home: Page):
    """In order, with a focus that is seen, and past nothing that is filtered out."""
    seen = []
    for key in "jjjk":
        home.keyboard.press(key)
        seen.append(focused_event(home))
    assert [ALL[0], ALL[1], ALL[2], ALL[1]] == seen

    votes = found(kind="vote")
    home.goto(f"{home.url}?kind=vote")
    seen = []
    for key in "jj":
        home.keyboard.press(key)
        seen.append(focused_event(home))
    assert votes[:2] == seen


def test_enter_opens_the_event_that_has_the_focus(home: Page):
    """The keys lead on to the event's own page."""
    first = next(event for event in TIMELINE.events if event.weight != "background")
    for _ in range(ALL.index(first.id) + 1):
        home.keyboard.press("j")
    home.keyboard.press("Enter")

    home.wait_for_url(f"**/events/{first.id}.html")


def test_a_slash_leads_to_the_search_where_keys_are_text(home: Page):
    """The slash is not typed; what follows is, single keys included."""
    home.keyboard.press("/")
    expect(search_field(home)).to_be_focused()
    expect(search_field(home)).to_be_in_viewport()
    expect(search_field(home)).to_have_value("")

    home.keyboard.type("j/k?")

    expect(search_field(home)).to_have_value("j/k?")
    expect(search_field(home)).to_be_focused()
    expect(home.get_by_role("dialog")).to_be_hidden()


def test_a_question_mark_lists_the_keys(home: Page):
    """Escape closes the list, and the focus is where it was."""
    home.keyboard.press("j")
    home.keyboard.press("?")
    keys = home.get_by_role("dialog", name=say("keys.title"))
    expect(keys).to_be_visible()
    for key in ("j", "k", "/", "?", "Esc"):
        expect(keys.locator("kbd", has_text=re.compile(f"^{re.escape(key)}$"))).to_be_visible()

    home.keyboard.press("Escape")

    expect(keys).to_be_hidden()
    assert ALL[0] == focused_event(home)


def test_single_keys_can_be_switched_off(home: Page):
    """For those whom they disturb; it is remembered (WCAG 2.1.4)."""
    home.get_by_role("button", name=say("keys.title")).click()
    keys = home.get_by_role("dialog", name=say("keys.title"))
    keys.get_by_role("checkbox").uncheck()
    keys.get_by_role("button", name=say("keys.done")).click()
    expect(keys).to_be_hidden()

    for _ in range(2):
        home.keyboard.press("?")
        home.keyboard.press("/")
        expect(keys).to_be_hidden()
        expect(search_field(home)).not_to_be_focused()
        home.reload()


def test_keys_with_modifiers_are_left_to_the_browser(home: Page):
    """Ctrl+J and the like keep their meaning."""
    home.keyboard.press("Control+j")
    home.keyboard.press("Alt+k")

    assert "" == focused_event(home)


def test_the_first_tab_skips_to_the_content(home: Page):
    """The skip link is the first stop, is seen there, and leads past the header."""
    home.keyboard.press("Tab")
    link = home.get_by_role("link", name=say("skip.main"))
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()

    home.keyboard.press("Enter")

    expect(home.locator("main")).to_be_focused()


# ---- the theme, and where one is


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_theme_is_switched_and_remembered(new_page: NewPage, site_url: str, system: str):
    """From either system theme to the other and back, over reloads and pages."""
    page = open_home(new_page(color_scheme=system), site_url)
    switch = page.get_by_role("button", name=say("header.dark"))
    paper = "getComputedStyle(document.body).backgroundColor"
    first = page.evaluate(paper)
    other = page.evaluate("() => !matchMedia('(prefers-color-scheme: dark)').matches")

    expect(switch).to_have_attribute("aria-pressed", str(not other).lower())
    switch.click()
    second = page.evaluate(paper)
    assert first != second
    for path in ("index.html", "about.html"):
        page.goto(f"{site_url}/{path}")
        expect(switch).to_have_attribute("aria-pressed", str(other).lower())
        assert second == page.evaluate(paper)

    switch.click()
    page.reload()

    assert first == page.evaluate(paper)
    expect(switch).to_have_attribute("aria-pressed", str(not other).lower())


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_the_navigation_stays_and_marks_the_race(
    new_page: NewPage, site_url: str, viewport: object
):
    """It sticks to the top, and the race that one is reading is the current one."""
    page = open_home(new_page(viewport=viewport), site_url)
    navigation = page.get_by_role("navigation", name=say("race-navigation.label"))
    for race in TIMELINE.races:
        link = navigation.locator(f"a[href='#race-{race.id}']").first
        link.click()
        expect(link).to_have_attribute("aria-current", "true")
        expect(navigation.locator("[aria-current]")).to_have_count(1)
        expect(page.locator(f"[id='race-{race.id}'] .bridge")).to_be_in_viewport()
        assert abs((navigation.bounding_box() or {"y": -1.0})["y"]) < 1


def test_the_years_lead_to_their_events(home: Page):
    """The list of years opens, leads on, and closes."""
    home.get_by_role("button", name=say("race-navigation.years")).click()
    years = home.locator("[popover]:popover-open")
    link = years.get_by_role("link", name="2024", exact=True).last
    target = (link.get_attribute("href") or "").removeprefix("#")
    link.click()

    expect(years).to_have_count(0)
    expect(home.locator(f"[id='{target}']")).to_be_in_viewport()


# ---- citations


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_a_citation_opens_in_place(new_page: NewPage, site_url: str, viewport: dict[str, int]):
    """It is seen whole, its marker is filled, and another takes its place."""
    page = open_home(new_page(viewport=viewport), site_url)
    markers = page.locator("main button[popovertarget^='note-']:visible")
    note = page.locator(".note:popover-open")
    for marker in (markers.nth(0), markers.nth(3)):
        marker.click()
        expect(note).to_have_count(1)
        expect(note).to_have_id(marker.get_attribute("popovertarget") or "")
        expect(note).to_be_in_viewport(ratio=1)
        expect(marker).to_have_class(re.compile("citation-marker--open"))
        box = note.bounding_box() or {"x": -1.0, "width": 0.0}
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= viewport["width"]
        page.keyboard.press("Escape")
        expect(note).to_have_count(0)
        expect(marker).to_be_focused()
        expect(marker).not_to_have_class(re.compile("citation-marker--open"))


def test_a_note_is_closed_by_its_button_and_by_a_click_elsewhere(home: Page):
    """Both ways; the button gives the focus back."""
    marker = home.locator("main button[popovertarget^='note-']").first
    note = home.locator(".note:popover-open")

    marker.press("Enter")
    note.get_by_role("button").click()
    expect(note).to_have_count(0)
    expect(marker).to_be_focused()
    marker.click()
    expect(note).to_have_count(1)
    home.mouse.click(5, 5)
    expect(note).to_have_count(0)


def test_the_tab_key_goes_from_a_marker_into_its_note(home: Page):
    """A reader on a keyboard reaches the note's links at once."""
    home.locator("main button[popovertarget^='note-']").first.press("Enter")
    home.keyboard.press("Tab")

    expect(home.locator(".note:popover-open a").first).to_be_focused()


# ---- paper


def test_the_printed_timeline_is_whole(home: Page):
    """Every event and note is on paper, the addresses spelt out, the navigation is not."""
    home.emulate_media(media="print")

    visible = "all => all.filter(e => e.checkVisibility() && e.getBoundingClientRect().height > 4)"
    texts = home.locator(".event .cited-text").evaluate_all(f"all => ({visible})(all).length")
    notes = home.locator(".note").evaluate_all(f"all => ({visible})(all).length")
    assert len(ALL) == texts
    assert home.locator(".note").count() == notes > len(ALL)
    addresses = home.locator(".note__links").evaluate_all(
        "all => all.map(e => getComputedStyle(e, '::after').content)"
    )
    assert all(re.search(r"https?://|not known", address) for address in addresses)
    expect(home.get_by_role("navigation")).to_have_count(0)
    for role in ("searchbox", "combobox", "dialog"):
        expect(home.get_by_role(role)).to_have_count(0)
    expect(home.get_by_role("button", name=say("header.dark"))).to_have_count(0)


def test_the_timeline_prints_to_a_pdf(home: Page, tmp_path: Path):
    """On some pages of A4, as many as its length asks for."""
    path = tmp_path / "timeline.pdf"

    home.pdf(path=path, format="A4", print_background=False)

    pages = re.findall(rb"/Type\s*/Page\b", path.read_bytes())
    assert path.read_bytes().startswith(b"%PDF-")
    assert 5 <= len(pages) <= 40


# ---- speed and calm


def watch_shifts(page: Page) -> None:
    """Note every shift of the layout from now on."""
    page.add_init_script(
        """window.shifts = [];
        new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
                window.shifts.push([entry.value, entry.sources.map((s) => s.node?.className)]);
        }).observe({ type: "layout-shift", buffered: true });"""
    )


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
def test_nothing_moves_while_a_page_loads(new_page: NewPage, site_url: str, viewport: object):
    """The layout shift is 0, on the home page and on an event's."""
    page = new_page(viewport=viewport)
    watch_shifts(page)
    for path in ("index.html", f"events/{ALL[5]}.html", "races/index.html"):
        page.goto(f"{site_url}/{path}", wait_until="load")
        page.evaluate("() => new Promise((done) => setTimeout(done, 250))")
        assert [] == page.evaluate("window.shifts"), path


def test_a_first_visit_is_small(new_page: NewPage, site_url: str, site_folder: Path):
    """At most 4 requests and 45 kB as a host compresses them, of which 6 kB are scripts."""
    page = new_page()
    bodies: dict[str, bytes] = {}

    def weigh(response: Response) -> None:
        bodies[response.url.removeprefix(f"{site_url}/")] = response.body()

    page.on("response", weigh)
    page.goto(f"{site_url}/index.html", wait_until="networkidle")
    icon = page.locator("link[rel='icon']").get_attribute("href") or ""
    bodies[icon] = (site_folder / icon).read_bytes()  # a headless browser asks for none

    sizes = {name: len(gzip.compress(body, 6)) for name, body in bodies.items()}
    assert len(sizes) <= 4, sizes
    assert sum(sizes.values()) <= 45_000, sizes
    assert sum(size for name, size in sizes.items() if name.endswith(".js")) <= 6_000, sizes


def test_the_first_screen_comes_with_the_first_round(site_folder: Path):
    """The style sheet and the page up to the timeline fit into the first 14 kB on the wire."""
    html = (site_folder / "index.html").read_bytes()
    opening = html[: html.index(b'class="race-navigation"')]

    (sheet,) = site_folder.glob("static/style.*.css")
    parts = (opening, sheet.read_bytes())

    assert sum(len(gzip.compress(part, 9)) for part in parts) <= 14 * 1024


def test_nothing_moves_for_those_who_want_calm(new_page: NewPage, site_url: str):
    """With reduced motion links jump, and no part of the page has a transition."""
    moving = {}
    for wish in ("reduce", "no-preference"):
        page = open_home(new_page(reduced_motion=wish), site_url)
        moving[wish] = (
            page.evaluate("getComputedStyle(document.documentElement).scrollBehavior"),
            page.evaluate(
                """() => [...document.querySelectorAll("*")].map((e) => getComputedStyle(e)).some(
                    (style) => /[1-9]/.test(style.transitionDuration + style.animationDuration))"""
            ),
        )

    assert {"reduce": ("auto", False), "no-preference": ("smooth", True)} == moving


# ---- every size and sight


def all_pages(site_folder: Path) -> list[str]:
    """The paths of all pages."""
    return sorted(path.relative_to(site_folder).as_posix() for path in site_folder.rglob("*.html"))


@pytest.mark.parametrize("width", [320, 640, 720], ids=["phone", "1280-at-200", "1440-at-200"])
def test_no_page_at_all_scrolls_sideways(page: Page, site_url: str, site_folder: Path, width: int):
    """On the narrowest phone, and on a desk with everything twice as large (WCAG 1.4.10)."""
    # A page of the same host that may have frames, which the policy of our own forbids.
    blank = '<!doctype html><link rel="icon" href="data:,"><body>'
    page.route("**/frames.html", lambda to: to.fulfill(body=blank, content_type="text/html"))
    page.goto(f"{site_url}/frames.html")
    widths = page.evaluate(
        """([paths, width]) => Promise.all(paths.map((path) => new Promise((done) => {
            const frame = document.createElement("iframe");
            frame.style = `border: 0; width: ${width}px; height: 600px`;
            frame.onload = () => {
                done([path, frame.contentDocument.documentElement.scrollWidth]);
                frame.remove();
            };
            frame.src = "/" + path;
            document.body.append(frame);
        })))""",
        [all_pages(site_folder), width],
    )

    assert len(widths) > len(ALL)
    assert {} == {path: wide for path, wide in widths if wide > width}


def one_of_each_folder(paths: list[str]) -> list[str]:
    """An index page, if there is one, and another page of each folder."""
    folders: dict[tuple[str, bool], str] = {}
    for path in paths:
        folders.setdefault((path.rpartition("/")[0], path.endswith("index.html")), path)
    return list(folders.values())


def test_what_is_touched_is_large_enough(new_page: NewPage, site_url: str, site_folder: Path):
    """Every button, marker, field and fold is at least 24 pixels high and wide (WCAG 2.5.8)."""
    page = new_page(viewport=PHONE, has_touch=True)
    small = {}
    for path in one_of_each_folder(all_pages(site_folder)):
        page.goto(f"{site_url}/{path}")
        page.locator(".filters__more").evaluate_all("all => all.forEach(e => e.click())")
        small[path] = page.evaluate(
            """() => [...document.querySelectorAll("button, input, select, summary, nav a")]
                .filter((e) => e.checkVisibility())
                .map((e) => [e, e.getBoundingClientRect()])
                .filter(([, box]) => Math.min(box.width, box.height) < 23.99)
                .map(([e, box]) => `${e.className} ${box.width} x ${box.height}`)"""
        )

    assert {} == {path: what for path, what in small.items() if what}


@pytest.mark.parametrize("system", ["light", "dark"])
def test_forced_colours_show_everything(new_page: NewPage, site_url: str, system: str):
    """In the colours of the reader's system, marks, bridges and shares are still drawn."""
    page = open_home(new_page(forced_colors="active", color_scheme=system, viewport=DESK), site_url)
    colours = page.evaluate(
        """() => {
            const find = (selector) => document.querySelector(selector);
            const style = (selector, part) => getComputedStyle(find(selector), part);
            const canvas = document.body.appendChild(document.createElement("p"));
            canvas.style.background = "Canvas";
            return {
                canvas: getComputedStyle(canvas).backgroundColor,
                paper: style("body").backgroundColor,
                ink: style("body").color,
                mark: style(".event__when", "::before").borderTopColor,
                marker: style(".citation-marker", "::before").borderTopColor,
                cable: style(".drawing-cable").stroke,
                tower: style(".drawing-tower").stroke,
                deck: style(".bridge__deck").borderTopColor,
            };
        }"""
    )

    assert colours["canvas"] == colours["paper"]
    drawn = {name for name in colours if name not in ("canvas", "paper")}
    assert set() == {name for name in drawn if colours[name] == colours["canvas"]}
    shares = page.locator(".bridge__share").evaluate_all(
        "all => all.map(e => getComputedStyle(e).background)"
    )
    assert len(shares) == sum(len(race.shares) for race in TIMELINE.races)
    assert all("gradient" in share or colours["canvas"] not in share for share in shares)
