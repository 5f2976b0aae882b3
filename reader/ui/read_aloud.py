"""Reading the article aloud, by the voices that the system has.

Qt's module for it is imported when somebody wants to hear something. Being read aloud marks
nothing as read, and ends with the article: with another one, with the same one untouched, and
with the library. A post that is deleted stays on the page, and is read to its end.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Signal

from reader.ui.actions import Handlers
from reader.ui.reading import Reading

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

_SILENT = "mock"  # Qt's own engine for tests: nobody hears it
_LONGEST = 4000  # characters said in one go: some engines refuse more


class ReadAloud(QObject):
    """One key begins, pauses and goes on; another article ends it."""

    said = Signal(str)

    def __init__(self, reading: Reading, parent: QObject | None = None, engine: str = "") -> None:
        super().__init__(parent)
        self._reading, self._engine = reading, engine
        self._speech: QTextToSpeech | None = None
        self._usual = QLocale()  # the voice's language before any was chosen
        self._said_of = ("", False)  # path of what is being read, and whether it is untouched
        reading.requested.connect(self._on_requested)

    def handlers(self) -> Handlers:
        """Return what to do, by the command's name."""
        return {"read-aloud": self.toggle}

    def toggle(self) -> None:
        """Begin to read the present article, pause, or go on."""
        article, speech = self._reading.article, self._ready()
        if article is None:
            return
        if speech is None:
            self.said.emit(self.tr("This system has no voice to read with"))
            return
        states = type(speech).State
        if speech.state() == states.Speaking:
            self._pause(speech)
        elif speech.state() == states.Paused:
            speech.resume()
            self.said.emit(self.tr("Reading aloud"))
        else:
            self._begin(speech, article)

    def stop(self) -> None:
        """Fall silent."""
        self._said_of = ("", False)
        if self._speech is not None:
            self._speech.stop()

    def _begin(self, speech: "QTextToSpeech", article: Mapping[str, object]) -> None:
        self._said_of = (self._reading.path, self._reading.raw)
        voice = locale_for(str(article.get("lang") or ""), speech.availableLocales())
        speech.setLocale(voice or self._usual)
        for piece in pieces_of(article):
            speech.enqueue(piece)
        self.said.emit(self.tr("Reading aloud"))

    def _pause(self, speech: "QTextToSpeech") -> None:
        if speech.engineCapabilities() & type(speech).Capability.PauseResume:
            speech.pause(type(speech).BoundaryHint.Immediate)
            self.said.emit(self.tr("Reading aloud paused"))
        else:
            self.stop()

    def _on_requested(self, path: str) -> None:
        if (path, self._reading.raw) != self._said_of:
            self.stop()

    def _ready(self) -> "QTextToSpeech | None":
        """Return what speaks; None where the system has nothing that does."""
        try:
            from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415 - seldom wanted
        except ImportError:  # Linux without the libraries of sound
            return None
        if self._speech is not None and self._speech.state() == QTextToSpeech.State.Error:
            self._speech.deleteLater()  # what speaks has ended
            self._speech = None
        if self._speech is None:
            engines = [name for name in QTextToSpeech.availableEngines() if name != _SILENT]
            if not engines and not self._engine:
                return None
            speech = QTextToSpeech(self._engine or engines[0], self)
            if speech.state() == QTextToSpeech.State.Error or not speech.availableVoices():
                speech.deleteLater()  # asked for again, it may be there: a service is started
                return None
            self._speech, self._usual = speech, speech.locale()
        return self._speech


def pieces_of(article: Mapping[str, object]) -> Iterator[str]:
    """Yield what is said of an article, as the renderer gives it: its title, then its blocks.

    As few pieces as can be: between two of them an engine forgets that it was to pause.
    """
    said = "\n".join(str(article.get(name) or "") for name in ("title", "text")).strip()
    while len(said) > _LONGEST:
        end = said.rfind("\n", 1, _LONGEST)
        end = _LONGEST if end < 0 else end
        yield said[:end]
        said = said[end:].lstrip()
    if said:
        yield said


def locale_for(lang: str, available: list[QLocale]) -> QLocale | None:
    """Return the voice's locale for a text in `lang`; None where any, or none, will do."""
    if not lang:
        return None
    wanted = QLocale(lang.replace("-", "_"))
    same = [one for one in available if one.language() == wanted.language()]
    exact = (one for one in same if one.script() == wanted.script())
    return next(exact, same[0] if same else None)
