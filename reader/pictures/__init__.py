"""Pictures of posts: the library's own, and remote ones the reader allowed."""
