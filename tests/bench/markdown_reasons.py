"""Why some examples of other test-suites are read otherwise on purpose."""

from collections.abc import Mapping

REASONS = {
    "html": "kramdown's reading of HTML: a block runs to its closing tag, Markdown goes on right "
    "after it, and tags indented below it are no code",
    "addresses": "Bare addresses are links (GFM's extension), after any mark",
    "own lines": "A picture on a line of its own is a block of its own",
    "text after": "Text after a comment on its line is Markdown",
    "schemes": "Only web and mail addresses leave the program",
    "hosts": "International hosts are written in punycode",
    "spaces": "Addresses may hold spaces, as in kramdown",
    "wiki": "[[name]] is Obsidian's link",
    "unsafe": "Dangerous tags are not escaped but taken out, later",
    "older": "An older CommonMark's idea of a comment",
    "bars": "kramdown's tables without a head, but only where two lines begin with a bar",
    "contents": "Tables of contents and places for footnotes are left out: both are made for "
    "every article",
    "options": "Options that a site's configuration sets, and what is shown at other places "
    "anyway: footnotes' texts, highlighting, line ends between Chinese characters",
    "commonmark": "CommonMark decides where it and kramdown read the same marks",
    "quotes": "<< and >> stay, and quotes beside escaped marks",
    "comments": "Comments are left out",
    "classes": "Where a class stands",
    "indented": "Indented code stays code (an option of the plugin's tests)",
    "unknown": "Unknown kinds of admonitions are text",
    "touch": "An attribute list belongs to the block it touches, before or after, as in kramdown "
    "and Hugo",
    "undefined": "Footnotes without a text stay as written",
    "tildes": "~x~ is GFM's strikethrough, and not within a word: 3~5天 is a range",
    "boxes": "A box needs a space after it, and a tab will do",
}
_EXAMPLES: Mapping[str, str] = {
    "html": "cm-148 cm-161 cm-186 cm-188 cm-193 gfm_spec-118 gfm_spec-131 gfm_spec-153 "
    "gfm_spec-155 gfm_spec-160 kd-block/09_html/comment kd-block/09_html/parse_as_raw",
    "own lines": "cm-589 gfm_spec-595 mdpy-attrs-119",
    "text after": "cm-179 gfm_spec-146",
    "addresses": "cm-604 cm-610 cm-613 cm-614 gfm_spec-610 gfm_spec-616 gfm_spec-619 "
    "gfm_spec-620 mdpy-footnote-255 mdpy-gfm_autolink-180 mdpy-gfm_autolink-201",
    "schemes": "gfm_spec-628",
    "hosts": "gfm_extensions-19",
    "spaces": "cm-490 gfm_spec-497",
    "wiki": "cm-550 cm-592 gfm_spec-556 gfm_spec-598",
    "unsafe": "gfm_spec-653 gfm_extensions-22",
    "older": "gfm_spec-645",
    "bars": "gfm_extensions-3 kd-block/14_table/simple kd-block/14_table/empty_tag_in_cell "
    "kd-block/14_table/header",
    "contents": "kd-block/16_toc/toc_levels kd-block/16_toc/toc_with_footnotes "
    "kd-span/04_footnote/placement",
    "options": "kd-span/04_footnote/footnote_link_text kd-span/04_footnote/footnote_nr "
    "kd-block/12_extension/options kd-block/09_html/content_model/deflists "
    "kd-block/09_html/parse_as_span kd-block/09_html/parse_block_html "
    "kd-block/06_codeblock/whitespace kd-span/text_substitutions/typography_subst "
    "kd-block/13_definition_list/auto_ids kd-block/09_html/html_to_native/emphasis "
    "kd-block/09_html/html_to_native/table_simple kd-cjk-line-break "
    "kd-span/04_footnote/backlink_inline",
    "commonmark": "kd-block/08_list/special_cases kd-block/06_codeblock/lazy "
    "kd-block/06_codeblock/error kd-block/06_codeblock/no_newline_at_end_1 "
    "kd-block/08_list/lazy_and_nested kd-block/08_list/other_first_element "
    "kd-block/08_list/mixed kd-span/02_emphasis/errors kd-span/03_codespan/normal "
    "kd-span/01_link/inline kd-span/autolinks/url_links kd-span/05_html/xml "
    "kd-block/13_definition_list/multiple_terms",
    "quotes": "kd-span/text_substitutions/typography",
    "comments": "kd-block/12_extension/comment",
    "classes": "kd-block/06_codeblock/with_lang_in_fenced_block mdpy-attrs-238",
    "indented": "mdpy-admon-333 mdpy-attrs-255 mdpy-deflist-262 mdpy-footnote-361",
    "unknown": "mdpy-admon-277",
    "touch": "mdpy-attrs-24 mdpy-attrs-65",
    "undefined": "mdpy-footnote-384",
    "tildes": "mdpy-subscript_strikethrough-2 mdpy-subscript_strikethrough-41 "
    "mdpy-subscript_strikethrough-48 mdpy-subscript_strikethrough-55 "
    "mdpy-subscript_strikethrough-62",
    "boxes": "mdpy-tasklists-112 mdpy-tasklists-123",
}
_REASON_FOR = {example: reason for reason, ids in _EXAMPLES.items() for example in ids.split()}


def reason_for(example: str) -> str | None:
    """Return the key of the reason why this example differs, or None where it should not."""
    return _REASON_FOR.get(example)
