# What packaging/test and packaging/screenshots share: a screen that nobody sees. Sourced, never run.
#
# open_screen SIZE   makes one, closed when the script ends, so that windows are real and nobody's
#                    desktop is touched; returns 1 where it does not start, does nothing without Xvfb.

open_screen() {
    command -v Xvfb >/dev/null || return 0
    screen=$(mktemp)
    Xvfb -displayfd 3 -screen 0 "$1" -nolisten tcp -noreset 3>"$screen" 2>/dev/null &
    xvfb=$!
    trap 'kill $xvfb 2>/dev/null; rm -f "$screen"' EXIT
    for _ in $(seq 100); do [ -s "$screen" ] && break; sleep 0.1; done
    [ -s "$screen" ] || { say "the virtual screen did not start"; return 1; }
    export DISPLAY=":$(cat "$screen")" QT_QPA_PLATFORM=xcb
    unset WAYLAND_DISPLAY
}
