"""Reading state is what a dictionary would hold, whatever is done, and however often it opens."""

from pathlib import Path
from tempfile import mkdtemp

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from reader.library.catalog import Catalog
from reader.library.state import ReadingState
from reader.library.values import Filter, PostState, Shelf, StateChange
from tests.helpers.indexes import IndexedPost, replace_posts, write_index

FOLDER = Path("/library")
PATHS = [f"{letter}.md" for letter in "abcdef"]

paths = st.sampled_from(PATHS)
states = st.builds(PostState, st.booleans(), st.booleans(), st.sampled_from([0.0, 0.25, 1.0]))


class States(RuleBasedStateMachine):
    """A library of six posts, each of its own content, with one that is renamed at times."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(mkdtemp())
        self.index = self.place / "index.db"
        write_index(self.index, [IndexedPost(path) for path in PATHS])
        self.model: dict[str, PostState] = {}
        self.files = {path: path for path in PATHS}  # the present path of each content
        self.renamed = 0
        self.last: tuple[StateChange, dict[str, PostState]] | None = None
        self.state = self._opened()
        self.catalog = Catalog(self.index, self.place / "state.db", FOLDER)

    def _opened(self) -> ReadingState:
        state = ReadingState(self.place / "state.db", FOLDER, self.index)
        assert state.notice is None
        return state

    @rule(changes=st.dictionaries(paths, states, min_size=1))
    def change(self, changes: dict[str, PostState]) -> None:
        before = dict(self.model)
        after = {self.files[content]: state for content, state in changes.items()}
        self.last = (self.state.change(after), before)
        self.model |= changes

    @rule(content=paths, fraction=st.sampled_from([0.0, 0.5, 1.0]))
    def move(self, content: str, fraction: float) -> None:
        self.state.set_position(self.files[content], fraction)
        present = self.model.get(content, PostState())
        self.model[content] = PostState(present.read, present.starred, fraction)
        self.last = None

    @precondition(lambda self: self.last is not None)
    @rule()
    def undo(self) -> None:
        if self.last:
            change, before = self.last
            self.state.undo(change)
            self.model = before
            self.last = None

    @rule()
    def restart(self) -> None:
        self.state.close()
        self.state = self._opened()

    @rule(content=paths)
    def rename(self, content: str) -> None:
        self.renamed += 1
        path = f"renamed-{self.renamed}.md"
        moved = IndexedPost(path, content=content.encode())
        replace_posts(self.index, [self.files[content]], [moved])
        self.files[content] = path
        self.state.follow(self.index)
        self.last = None

    @invariant()
    def it_is_what_the_model_says(self) -> None:
        found = self.state.states_of(self.files.values())
        wanted = {self.files[c]: self.model.get(c, PostState()) for c in PATHS}
        assert found == wanted

    @invariant()
    def the_catalog_says_so_too(self) -> None:
        unread = self.catalog.paths(self.catalog.listing(Filter(shelf=Shelf.UNREAD)).ids)
        starred = self.catalog.paths(self.catalog.listing(Filter(shelf=Shelf.STARRED)).ids)
        model = {self.files[c]: self.model.get(c, PostState()) for c in PATHS}
        assert set(unread) == {path for path, state in model.items() if not state.read}
        assert set(starred) == {path for path, state in model.items() if state.starred}

    def teardown(self) -> None:
        self.catalog.close()
        self.state.close()


TestStates = States.TestCase
TestStates.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
