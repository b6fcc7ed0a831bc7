"""An invented town whose timeline was corrected, renamed and thinned out, for tests."""

from dataclasses import replace

from builder.models.content import Retired
from builder.models.corrections import Correction
from builder.reading.timeline import Timeline
from builder.text.dates import parse_date
from tests.examples import make, sample_timeline


def correction_text(**changes: str) -> str:
    """The YAML of a correction of a figure, with some keys changed, added or removed."""
    keys = {
        "id": "lead-of-venn",
        "date": "1991-06-02",
        "figure": "lead-venn",
        "old": "1,240 votes",
        "new": "1,204 votes",
        "why": "Two digits had changed places.",
    }
    keys |= changes
    return "".join(f"{key}: {value}\n" for key, value in keys.items() if value)


def make_correction(**changes: str) -> Correction:
    """A correction of a figure of the sample, with some keys changed, added or removed."""
    return make(Correction, correction_text(**changes))


def corrected_timeline() -> Timeline:
    """The sample with two corrections, a moved event and a removed one."""
    sample = sample_timeline().without_drafts()
    of_event = make_correction(
        id="night", date="1991-07-01", figure="", event="reeve-concedes", old="he", new="Reeve"
    )
    moved = sample.event["venn-speaks"].model_copy(
        update={"aliases": ("venn-talks",), "changed": parse_date("1991-08-03")}
    )
    events = tuple(moved if event.id == moved.id else event for event in sample.events)
    gone = make(Retired, "id: fog-comes-in\nreason: No article tells it.\n")
    corrections = (make_correction(), of_event)
    return replace(sample, events=events, corrections=corrections, retired=(gone,))
