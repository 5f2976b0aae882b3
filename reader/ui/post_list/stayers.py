"""Posts that stay in a list though what the user just did took them out of its filter.

Who reads through the unread posts marks each as read by reading it. It must not vanish from
under the eyes, nor from under the key that goes back to it: it stays until another filter.
"""

from reader.library.values import Listing, Shelf, Sort, StateChange
from reader.ui.post_list.model import PostModel

TOUCHED = 8  # posts at most that one step leaves: who marks all as read wants them gone


class Stayers:
    """The posts of a model to which something was done since its filter was chosen."""

    def __init__(self, posts: PostModel) -> None:
        self._posts = posts
        self._ids: set[int] = set()

    def note(self, change: StateChange) -> None:
        """Let the posts stay to which this was done."""
        if len(change.after) <= TOUCHED:
            rows = map(self._posts.row_of, change.after)
            self._ids.update(self._posts.ids[row] for row in rows if row is not None)

    def of(self, listing: Listing) -> set[int]:
        """Return which posts to keep in a newer listing of the same filter."""
        shown = listing.filter
        by_state = shown.shelf in (Shelf.UNREAD, Shelf.STARRED) or shown.sort is Sort.UNREAD
        if not by_state and "is:" not in listing.filter.query:
            return set()
        return {post for post in self._ids if self._there(post)}

    def any_went(self) -> bool:
        """Forget those that the index knows no more; return whether there were any."""
        gone = {post for post in self._ids if not self._there(post)}
        self._ids -= gone
        return bool(gone)

    def clear(self) -> None:
        """Let none stay: another filter was chosen."""
        self._ids.clear()

    def _there(self, post: int) -> bool:
        row = self._posts.row_of_id(post)
        return row is not None and not self._posts.gone(row)
