"""What Chromium is told before it is loaded. It renders; it has nothing to fetch by itself."""

import os
import sys

_FLAGS = (
    "--js-flags=--jitless",
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


def flags(user_flags: str, root: bool) -> str:
    """Return the command line for Chromium; as root it refuses to run inside its sandbox."""
    sandbox = ["--no-sandbox"] if root else []
    return " ".join(part for part in (*_FLAGS, *sandbox, user_flags) if part)


def prepare() -> None:
    """Set the environment; to be called once, before QtWebEngine is imported."""
    root = sys.platform == "linux" and os.geteuid() == 0
    given = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = flags(given, root)
    if root:
        sys.stderr.write("broadsheet: running as root, so Chromium has no sandbox.\n")
