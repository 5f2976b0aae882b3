"""A formula of MathML in a line of text: `(a + b)/(2)`, `x^2`, `√(n)`."""

from selectolax.lexbor import LexborNode

_SILENT = frozenset(("annotation", "annotation-xml", "mphantom", "mspace"))
# Of elements with two parts: the first, the second grouped, the first grouped.
_TWO = {
    "msub": "{0}_{1}",
    "msup": "{0}^{1}",
    "munder": "{0}_{1}",
    "mover": "{0}^{1}",
    "mfrac": "{2}/{1}",
    "mroot": "√[{1}]({0})",
}
_DEEPEST = 60
_INVISIBLE = dict.fromkeys(map(ord, "\u2061\u2062\u2063\u2064\u200b"))


def in_a_line(formula: LexborNode) -> str:
    """Return the formula's text, with what its layout says written as signs (MathML Core 3)."""
    return " ".join(_written(formula, 0).translate(_INVISIBLE).split())


def _written(node: LexborNode, depth: int) -> str:
    if node.is_text_node:
        return " ".join((node.text_content or "").split())
    name = (node.tag or "").lower()
    if name in _SILENT or depth > _DEEPEST:
        return ""
    parts = [
        written for child in node.iter(include_text=True) if (written := _written(child, depth + 1))
    ]
    return _joined(name, parts)


def _joined(name: str, parts: list[str]) -> str:
    """Return what an element of this name makes of its parts."""
    whole = "".join(parts)
    if pattern := _TWO.get(name) if len(parts) == 2 else None:
        return pattern.format(parts[0], _grouped(parts[1]), _grouped(parts[0]))
    if name in ("msubsup", "munderover") and len(parts) == 3:
        return f"{parts[0]}_{_grouped(parts[1])}^{_grouped(parts[2])}"
    if name == "mo" and whole and whole in "=+−-<>≤≥≠≈→∈±×·":
        return f" {whole} "
    if name in ("mtr", "mlabeledtr"):
        return ", ".join(parts) + "; "
    return f"√({whole})" if name == "msqrt" else whole


def _grouped(part: str) -> str:
    part = part.strip()
    return part if len(part) <= 1 or part.isalnum() else f"({part})"
