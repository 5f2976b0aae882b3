"""The one page of the article view, and the walls around it.

The page's own scripts are off, its Content-Security-Policy (in shell.html) lets it load from its
own scheme alone, the interceptor refuses whatever else would be asked for, and navigation is
refused whoever starts it. What a click on a link means is decided outside, by the window.
"""

import logging
import secrets

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWebEngineCore import (
    QWebEngineCertificateError,
    QWebEngineCookieStore,
    QWebEngineDownloadRequest,
    QWebEngineFileSystemAccessRequest,
    QWebEngineFullScreenRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineRegisterProtocolHandlerRequest,
    QWebEngineScript,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

from reader.ui.article_view.messages import message_of
from reader.ui.article_view.scheme import RESOURCES, SCHEME, SHELL

WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
_OFF = (
    QWebEngineSettings.WebAttribute.LocalStorageEnabled,
    QWebEngineSettings.WebAttribute.JavascriptEnabled,
    QWebEngineSettings.WebAttribute.JavascriptCanOpenWindows,
    QWebEngineSettings.WebAttribute.JavascriptCanAccessClipboard,
    QWebEngineSettings.WebAttribute.JavascriptCanPaste,
    QWebEngineSettings.WebAttribute.LocalContentCanAccessRemoteUrls,
    QWebEngineSettings.WebAttribute.LocalContentCanAccessFileUrls,
    QWebEngineSettings.WebAttribute.PluginsEnabled,
    QWebEngineSettings.WebAttribute.PdfViewerEnabled,
    QWebEngineSettings.WebAttribute.FullScreenSupportEnabled,
    QWebEngineSettings.WebAttribute.AutoLoadIconsForPage,
    QWebEngineSettings.WebAttribute.HyperlinkAuditingEnabled,
    QWebEngineSettings.WebAttribute.DnsPrefetchEnabled,
    QWebEngineSettings.WebAttribute.ErrorPageEnabled,
    QWebEngineSettings.WebAttribute.NavigateOnDropEnabled,
    QWebEngineSettings.WebAttribute.WebGLEnabled,
    QWebEngineSettings.WebAttribute.Accelerated2dCanvasEnabled,
    QWebEngineSettings.WebAttribute.ScreenCaptureEnabled,
    QWebEngineSettings.WebAttribute.FocusOnNavigationEnabled,
)
_SCRIPTS = ("article.js", "hits.js")
_log = logging.getLogger(__name__)


class Interceptor(QWebEngineUrlRequestInterceptor):
    """Refuses every request beyond the article's own scheme."""

    refused = Signal(str)

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        """Block what is not ours. Called by Qt, for every request."""
        url = info.requestUrl()
        if url.scheme() != SCHEME:
            info.block(True)
            _log.warning("An article asked for %s; refused", url.host() or url.scheme())
            self.refused.emit(url.toString())


class ArticlePage(QWebEnginePage):
    """Shows the shell and nothing else; listens to its own script and nobody else."""

    said = Signal(object)  # a Message
    complained = Signal(str)  # anything else on the page's console
    refused = Signal(str)  # an address that something in the page tried to go to

    def __init__(self, profile: QWebEngineProfile) -> None:
        super().__init__(profile)
        self._word = secrets.token_hex(16)
        settings = self.settings()
        for attribute in _OFF:
            settings.setAttribute(attribute, False)
        settings.setAttribute(QWebEngineSettings.WebAttribute.PlaybackRequiresUserGesture, True)
        settings.setUnknownUrlSchemePolicy(
            QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes
        )
        self.scripts().insert(_own_script(self._word))
        self.permissionRequested.connect(_deny)
        self.fileSystemAccessRequested.connect(_refuse)
        self.registerProtocolHandlerRequested.connect(_refuse)
        self.fullScreenRequested.connect(_refuse)
        self.certificateError.connect(_refuse)

    def acceptNavigationRequest(
        self,
        url: QUrl | str,
        type: QWebEnginePage.NavigationType,  # noqa: A002 - as Qt names it
        isMainFrame: bool,
    ) -> bool:
        """Accept the shell, once asked for by the program itself; nothing else ever."""
        asked = QUrl(url) == SHELL and type is QWebEnginePage.NavigationType.NavigationTypeTyped
        if not (asked and isMainFrame):
            _log.warning("An article tried to open %s; refused", QUrl(url).scheme())
            self.refused.emit(QUrl(url).toString())
        return asked and isMainFrame

    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        lineNumber: int,
        sourceID: str,
    ) -> None:
        """Pass on what the own script says."""
        said = message_of(message, self._word)
        if said is not None:
            self.said.emit(said)
            return
        _log.info("The article's page: %s (%s:%d)", message, sourceID, lineNumber)
        self.complained.emit(message)


def new_profile(interceptor: Interceptor) -> QWebEngineProfile:
    """Return a profile that keeps nothing and asks nobody. Its pages must die before it."""
    profile = QWebEngineProfile()  # without a name: off the record
    profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.NoCache)
    profile.setPersistentCookiesPolicy(
        QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
    )
    profile.setPersistentPermissionsPolicy(
        QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime
    )
    profile.setSpellCheckEnabled(False)
    profile.setPushServiceEnabled(False)
    profile.cookieStore().setCookieFilter(_no_cookies)
    profile.setUrlRequestInterceptor(interceptor)
    profile.downloadRequested.connect(_cancel)
    return profile


def _own_script(word: str) -> QWebEngineScript:
    parts = [(RESOURCES / name).read_text(encoding="utf-8") for name in _SCRIPTS]
    source = "\n".join(parts).replace("@WORD@", word)
    script = QWebEngineScript()
    script.setName("article")
    script.setWorldId(WORLD)
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentReady)
    script.setRunsOnSubFrames(False)
    script.setSourceCode(source)
    return script


def _no_cookies(_request: QWebEngineCookieStore.FilterRequest) -> bool:
    return False


def _deny(permission: QWebEnginePermission) -> None:
    permission.deny()


def _refuse(
    request: QWebEngineFileSystemAccessRequest
    | QWebEngineRegisterProtocolHandlerRequest
    | QWebEngineFullScreenRequest
    | QWebEngineCertificateError,
) -> None:
    if isinstance(request, QWebEngineCertificateError):
        request.rejectCertificate()
    else:
        request.reject()


def _cancel(download: QWebEngineDownloadRequest) -> None:
    download.cancel()
