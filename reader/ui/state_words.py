"""Words for what happens to the reading state."""

from PySide6.QtCore import QCoreApplication

from reader.library.state_notices import StateNews, StateNotice

# What stays on the screen until it is closed; the others pass.
LASTING = frozenset(
    (
        StateNews.RESTORED,
        StateNews.SAVED,
        StateNews.LOST,
        StateNews.MISSING,
        StateNews.NEWER,
        StateNews.FORBIDDEN,
    )
)


def words_of(notice: StateNotice) -> str:
    """Return what happened, to which file, and what can be done, in the user's language."""
    words = _lasting() | _passing()
    return words[notice.news].format(
        state=notice.state, aside=notice.aside, copy=notice.copy, reason=notice.reason
    )


def _lasting() -> dict[StateNews, str]:
    translate = QCoreApplication.translate
    return {
        StateNews.RESTORED: translate(
            "ReadingState",
            "What you have read and starred was damaged. The damaged file was kept as {aside}; "
            "the backup {copy} took its place.",
        ),
        StateNews.SAVED: translate(
            "ReadingState",
            "What you have read and starred was damaged. The damaged file was kept as {aside}; "
            "all but what was done last could be saved.",
        ),
        StateNews.LOST: translate(
            "ReadingState",
            "What you have read and starred was damaged. The damaged file was kept as {aside}; "
            "there was no backup, so everything counts as unread.",
        ),
        StateNews.MISSING: translate(
            "ReadingState",
            "What you have read and starred was missing from {state}; the backup {copy} took "
            "its place.",
        ),
        StateNews.NEWER: translate(
            "ReadingState",
            "{state} was written by a newer version of Broadsheet. What you read and star now "
            "is not kept; use the newer version to have it kept.",
        ),
        StateNews.FORBIDDEN: translate(
            "ReadingState",
            "{state} cannot be written. What you read and star is not kept until it can; "
            "check the permissions of its folder.",
        ),
    }


def _passing() -> dict[StateNews, str]:
    translate = QCoreApplication.translate
    return {
        StateNews.FULL: translate(
            "ReadingState",
            "No space is left on the disk for {state}: what you did last is not kept until there "
            "is.",
        ),
        StateNews.UNOPENED: translate(
            "ReadingState",
            "What you have read and starred, {state}, cannot be opened: {reason}. Check the "
            "permissions of its folder.",
        ),
        StateNews.UNUSABLE: translate(
            "ReadingState",
            "What you have read and starred, {state}, cannot be used at present: {reason}",
        ),
        StateNews.NO_BACKUP: translate(
            "ReadingState", "No backup of what you have read and starred was made: {reason}"
        ),
    }
