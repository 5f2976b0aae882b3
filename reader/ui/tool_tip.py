"""Tool tips of words that posts or folders brought."""

import html


def tool_tip(words: str) -> str:
    """Return `words` as a tool tip that shows them as they are.

    Qt takes a tool tip that looks like HTML for HTML, and would load the pictures in it. In
    one that does not, entities would be shown as such: so this always looks like HTML.
    """
    return f"<span>{html.escape(words)}</span>" if words else ""
