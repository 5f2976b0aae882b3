"""Why some examples of other test-suites are read otherwise on purpose."""

REASONS: dict[str, str] = {}
_EXAMPLES: dict[str, tuple[str, ...]] = {}


def reason_for(example: str) -> str | None:
    """Return the key of the reason why this example differs, or None where it should not."""
    return next((reason for reason, ids in _EXAMPLES.items() if example in ids), None)
