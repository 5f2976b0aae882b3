"""What Chromium is told before it is loaded. It renders; it has nothing to fetch by itself."""

import os

_FLAGS = (
    # No compiler; what articles leave is collected from 4 MB on, not from some 60, and scripts
    # that brought one, none of which comes twice, are not kept.
    "--js-flags=--jitless,--initial-old-space-size=4,--no-compilation-cache",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--disable-breakpad",
    "--disable-client-side-phishing-detection",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-speech-api",
    "--dns-prefetch-disable",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pings",
    "--metrics-recording-only",
    '--host-resolver-rules="MAP * ~NOTFOUND"',
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
)


def flags(given: str) -> str:
    """Return the command line for Chromium: ours, then what the user has `given`."""
    return " ".join(part for part in (*_FLAGS, given) if part)


def prepare() -> None:
    """Set the environment; to be called once, before QtWebEngine is loaded."""
    given = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = flags(given)
