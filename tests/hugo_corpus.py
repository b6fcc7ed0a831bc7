"""The generated corpus as content for Hugo, so that both build the same things in one run."""

import json
import shutil
from pathlib import Path

from builder.text.words import MONTHS
from tests.corpus import KINDS, PER_SOURCE, imagine, letter_of
from tests.projects import ROOT

LAYOUTS = ROOT / "tests/hugo/layouts"


def write_hugo_corpus(folder: Path, events: int) -> Path:
    """Write a Hugo site of the generated project's events, figures, articles, people and kinds.

    It publishes what our builds do of each: a page for every thing, of every event also a page
    for frames and a JSON file, how to cite it in four forms, and all events as JSON and CSV.
    """
    happenings, people = imagine(events), max(2, events // 20)
    files = {
        "hugo.json": json.dumps(
            {
                "baseURL": "https://example.org/",
                "title": "The Zanelor files",
                "taxonomies": {"person": "people", "kind": "kinds"},
                "outputs": {"home": ["html", "json", "csv"], "section": ["html"]},
                "markup": {"goldmark": {"renderer": {"unsafe": True}}},  # the anchors of passages
                "outputFormats": {"embed": {"mediaType": "text/html", "baseName": "embed"}},
            }
        ),
    }
    for happening in happenings:
        number, source = happening.number, f"gazette-{happening.source + 1}"
        citation = {"source": source, "passage": happening.line}
        front = {
            "title": f"Person {letter_of(number % people)} counts votes",
            "date": f"{happening.day}",
            "outputs": ["html", "json", "embed"],
            "kinds": [KINDS[number % len(KINDS)]],
            "people": [f"person-{number % people + 1}"],
            "citations": [
                {"id": "a", **citation},
                {"id": "b", **citation, "quotation": happening.quotation},
            ],
        }
        body = (
            f"Person {letter_of(number % people)} counts {happening.votes:,} votes in the capital."
            "[1](#note-a) The gazette has words of its own for it.[2](#note-b)"
        )
        files[f"content/events/day-{number + 1}.md"] = f"{json.dumps(front)}\n\n{body}\n"
        figure = {
            "title": f"Votes for person {letter_of(number % people)}",
            "date": f"{happening.day}",
            "value": happening.votes,
            "people": [f"person-{number % people + 1}"],
            **citation,
        }
        files[f"content/figures/votes-{number + 1}.md"] = f"{json.dumps(figure)}\n"
    for first in happenings[::PER_SOURCE]:
        group = happenings[first.number : first.number + PER_SOURCE]
        gists = "\n".join(
            f'1. <a id="passage-{h.line}"></a>A count of {h.votes:,} votes on '
            f"{h.day.day} {MONTHS[h.day.month - 1]} {h.day.year}."
            for h in group
        )
        front = {"title": f"Gazette {letter_of(first.source)}", "date": f"{group[-1].day}"}
        files[f"content/sources/gazette-{first.source + 1}.md"] = (
            f"{json.dumps(front)}\n\n{gists}\n"
        )
    shutil.copytree(LAYOUTS, folder / "layouts")
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
