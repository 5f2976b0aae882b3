"""Values offered while a search is typed. Nothing here is imported before somebody types."""
