# Sourced by packaging/run, packaging/test and packaging/bench: installs what is missing and builds.

. "$root/packaging/linux/packages.sh"

say() { printf '%s\n' "facet: $*" >&2; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        say "packages are missing and there is no sudo here. As root, run: $*"
        exit 1
    fi
}

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# missing_of WORD…: the words none of whose alternatives is installed.
missing_of() {
    local word name
    for word in "$@"; do
        local found=
        for name in ${word//|/ }; do
            if is_installed "$name"; then
                found=yes
                break
            fi
        done
        [ -n "$found" ] || printf '%s\n' "$word"
    done
}

# known_alternative A|B: the first that apt can install.
known_alternative() {
    local name
    for name in ${1//|/ }; do
        if apt-cache show --no-all-versions "$name" >/dev/null 2>&1; then
            printf '%s\n' "$name"
            return
        fi
    done
    printf '%s\n' "${1%%|*}"
}

install_missing() {
    if ! command -v dpkg-query >/dev/null; then
        say "this is no Debian or Ubuntu: install the packages of packaging/linux/packages.sh by hand."
        return
    fi
    local words names=() word
    mapfile -t words < <(missing_of "$@")
    [ "${#words[@]}" -gt 0 ] || return 0
    say "installing ${#words[@]} missing packages"
    as_root apt-get update -q
    for word in "${words[@]}"; do
        names+=("$(known_alternative "$word")")
    done
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${names[@]}"
}

# build PRESET [TARGET…]: configures when there is nothing yet; a build with nothing to do takes a second.
build() {
    local preset=$1
    shift
    local dir="$root/build/$preset"
    if [ ! -f "$dir/build.ninja" ]; then
        (cd "$root" && cmake --preset "$preset" >&2)
    fi
    cmake --build "$dir" ${1:+--target "$@"} >&2
}
