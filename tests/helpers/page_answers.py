"""What a page answers that is asked in JavaScript."""

from collections.abc import Callable

Run = Callable[[str, Callable[[object], None]], object]  # a script, and who takes its result
Until = Callable[[Callable[[], bool]], object]  # waits


def answer(run: Run, until: Until, expression: str) -> str:
    """Return the value of an expression as JSON; "" where it has none, or `until` ended before."""
    answers: list[object] = []
    run(f"JSON.stringify(({expression}) ?? null)", answers.append)
    until(lambda: bool(answers))
    return str(answers[0] or "") if answers else ""
