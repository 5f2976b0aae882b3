"""What the environment does to us, as one small tree.

A bug is never one of these. A fault of a single post is not an exception either, but a
`reader.posts.problem.Problem`: the rest of the folder goes on.
"""


class BroadsheetError(Exception):
    """What happened, to which file, and what the user can do: ready to be shown."""


class FolderError(BroadsheetError):
    """A folder is missing, unreadable, or not a folder."""


class PostError(BroadsheetError):
    """A file cannot be read as a post at all: gone, unreadable, too large, or not a post."""


class StoreError(BroadsheetError):
    """A database cannot be opened, read or written."""


class DamagedError(StoreError):
    """A database holds what nobody wrote."""


class MissingPartError(BroadsheetError):
    """Something this machine should have is missing: a display, a system library."""
