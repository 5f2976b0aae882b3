"""Markdown -> HTML; parser.py for the page, quick.py for the index."""
