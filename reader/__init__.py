"""Broadsheet: a desktop reader for folders of posts. `reader/README.md` is the map."""
