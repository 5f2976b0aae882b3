"""Whole pages, as a clipper saved them -> their article. Front door: whole_page.py."""
