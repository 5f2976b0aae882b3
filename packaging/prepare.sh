# What packaging/run and packaging/test share: a virtual environment with the pinned
# packages, and the system libraries Qt needs. Sourced, never run.
#
# prepare run|test   makes everything ready; costs a few milliseconds when it already is.

python=${BROADSHEET_PYTHON:-}

say() { printf 'Broadsheet: %s\n' "$*" >&2; }

# become_root COMMAND...: as root, through sudo, or not at all (returns 1).
become_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then sudo "$@"
    else return 1; fi
}

# install_packages WHY PACKAGE...: installs Debian packages, or prints the line that does.
install_packages() {
    local why=$1; shift
    if command -v apt-get >/dev/null; then
        say "installing $why: $*"
        if become_root env DEBIAN_FRONTEND=noninteractive sh -c '
            apt-get update -qq >/dev/null
            apt-get install -y -qq --no-install-recommends "$@" >/dev/null' sh "$@"; then
            return 0
        fi
        say "$why could not be installed from here. This line does it:"
        printf '  sudo apt-get install --no-install-recommends %s\n' "$*" >&2
    else
        say "$why must be installed first. Debian calls these packages: $*"
    fi
    return 1
}

find_python() {
    local candidate
    for candidate in ${python:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if command -v "$candidate" >/dev/null &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            python=$candidate
            return 0
        fi
    done
    install_packages "Python 3.11 or newer" python3 python3-venv || return 1
    python=python3
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        { say "Python 3.11 or newer is needed; python3 is $("$python" --version)."; return 1; }
}

make_environment() {
    find_python || return 1
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        local version
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        install_packages "Python's venv module" "python$version-venv" || return 1
    fi
    say "preparing .venv, once"
    "$python" -m venv --clear "$root/.venv" || return 1
}

# missing_libraries: the shared libraries that Qt's own do not find here, one a line.
missing_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    local qt
    qt=$(echo "$root"/.venv/lib/python3*/site-packages/PySide6/Qt)
    LC_ALL=C ldd "$qt"/plugins/platforms/libqxcb.so "$qt"/lib/libQt6WebEngineCore.so.6 \
        "$qt"/lib/libQt6WebEngineWidgets.so.6 "$qt"/libexec/QtWebEngineProcess 2>/dev/null |
        awk '/not found/ {print $1}' | sort -u
    # Loaded by name, so that ldd cannot see it: the GL driver behind libEGL and libGL.
    for library in libGL.so.1 libEGL.so.1; do
        PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null | grep -q "$library" || echo "$library"
    done
}

install_libraries() {
    [ -n "$(missing_libraries)" ] || return 0
    local sound=libasound2
    if apt-cache show libasound2t64 >/dev/null 2>&1; then sound=libasound2t64; fi
    install_packages "the system libraries Qt needs" \
        libdbus-1-3 libdrm2 libegl1 libegl-mesa0 libfontconfig1 libfreetype6 libgbm1 libgl1 \
        libgl1-mesa-dri libglib2.0-0 libnspr4 libnss3 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 \
        libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 \
        libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xinerama0 libxcb-xkb1 libxcomposite1 \
        libxdamage1 libxi6 libxkbcommon-x11-0 libxkbcommon0 libxkbfile1 libxrandr2 libxrender1 \
        libxtst6 $sound || return 1
    local missing
    missing=$(missing_libraries)
    [ -z "$missing" ] || { say "still missing: $(echo "$missing" | tr '\n' ' ')"; return 1; }
}

install_font() {
    [ "$(uname -s)" = Linux ] || return 0
    if command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh-cn family 2>/dev/null)" ]; then
        return 0
    fi
    install_packages "a Chinese font" fontconfig fonts-noto-cjk
}

install_test_tools() {
    [ "$(uname -s)" = Linux ] || return 0
    command -v Xvfb >/dev/null || install_packages "a virtual screen" xvfb
}

# fingerprint MODE: what .venv was made from.
fingerprint() {
    local files=("$root/packaging/prepare.sh" "$root/packaging/requirements.txt" "$root/pyproject.toml")
    [ "$1" = run ] || files+=("$root/packaging/requirements-test.txt")
    { printf '%s\n' "$root"; cat "${files[@]}"; } | cksum
}

prepare() {
    local mode=$1 stamp="$root/.venv/prepared-for-$1" wanted
    wanted=$(fingerprint "$mode")
    if [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ] && [ -x "$root/.venv/bin/python" ]; then
        return 0
    fi
    if ! "$root/.venv/bin/python" -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        make_environment || return 1
    fi
    local pip=("$root/.venv/bin/python" -m pip --quiet --disable-pip-version-check install)
    say "installing the pinned packages"
    "${pip[@]}" --require-hashes -r "$root/packaging/requirements.txt" || return 1
    if [ "$mode" = test ]; then
        "${pip[@]}" --require-hashes -r "$root/packaging/requirements-test.txt" || return 1
    fi
    # Editable, by a plain .pth file: no import hook that every start would pay for.
    "${pip[@]}" --no-deps --no-build-isolation --no-index \
        --config-settings editable_mode=compat --editable "$root" || return 1
    "$root/.venv/bin/python" -m compileall -q "$root/reader" || return 1
    install_libraries || return 1
    install_font || return 1
    if [ "$mode" = test ]; then install_test_tools || return 1; fi
    printf '%s\n' "$wanted" > "$stamp"
}
