"""Questions are asked only at a terminal, and only if something is missing."""

from builder.editing.answers import Question, complete, not_a_date, one_of, read_flags
from builder.editing.save import Refusal

QUESTIONS = (
    Question("date", "Date", not_a_date),
    Question("people", "People", one_of(["mara-venn"]), is_needed=False, is_list=True),
)


class Script:
    """An editor who answers what was decided before, and remembers what was asked."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def __call__(self, question: str) -> str:
        """Return the next answer."""
        self.asked.append(question)
        return self.answers.pop(0)


def test_what_was_given_is_not_asked_for():
    """With every needed flag nobody is asked, even for what is optional."""
    given = {"date": ("1991",)}

    assert (given, []) == complete(given, QUESTIONS, Script())


def test_without_a_terminal_a_missing_flag_is_named():
    """A script gets an error, not a question."""
    assert ({}, [Refusal("--date", "this is needed", "Date.")]) == complete({}, QUESTIONS, None)


def test_what_is_missing_is_asked_for_until_it_is_an_answer():
    """A slip is told with the remedy, and the question comes again."""
    script = Script("", "1991-02-30", "1991-05-12", "mara-ven", "mara-venn")

    answers, refusals = complete({}, QUESTIONS, script)

    assert ({"date": ("1991-05-12",), "people": ("mara-venn",)}, []) == (answers, refusals)
    assert ["Date: ", "  This is needed.\nDate: "] == script.asked[:2]
    assert "'1991-02-30' is not a day of the calendar." in script.asked[2]
    assert "Did you mean 'mara-venn'?" in script.asked[4]


def test_what_is_optional_can_be_passed_over():
    """Enter is no answer, where none is needed."""
    answers, _ = complete({}, QUESTIONS, Script("1991", ""))

    assert {"date": ("1991",), "people": ()} == answers


def test_flags_are_read_as_they_were_typed():
    """One answer or several; nothing for what was not given."""
    flags = {"sort_name": "Venn, Mara", "cite": ["a1", "a2"], "body": None}

    assert {"sort-name": ("Venn, Mara",), "cite": ("a1", "a2")} == read_flags(flags)
