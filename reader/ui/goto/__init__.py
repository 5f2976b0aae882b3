"""Ctrl+K: going to anything by a few letters. Nothing here is imported before it is asked for."""
