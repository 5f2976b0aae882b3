"""Tool tips of words that posts or folders brought."""


def tool_tip(words: str) -> str:
    """Return `words` as a tool tip that shows them as they are.

    Qt takes a tool tip that looks like HTML for HTML, and would load the pictures in it. In
    one that does not, entities would be shown as such: so this always looks like HTML.
    """
    if not words:
        return ""
    from html import escape  # noqa: PLC0415 - the first frame has no tool tip

    return f"<span>{escape(words)}</span>"
