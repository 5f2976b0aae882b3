"""What of a page is not the article, dropped by rules kept as data. Front door: clean.py."""
