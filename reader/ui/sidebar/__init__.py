"""The pane on the left: shelves and facets, with counts."""
