#!/usr/bin/env bash
# Runs a command in a desktop of its own: an X server without a screen, a window manager, a session bus, an unlocked
# keyring, and a home folder that is gone afterwards.
#   desktop.sh WIDTHxHEIGHT COMMAND…
# Ends with 77 (skipped) when a part of the desktop is not installed.
set -u
size=$1
shift
for program in Xvfb openbox xdotool dbus-run-session gnome-keyring-daemon import; do
    if ! command -v "$program" >/dev/null; then
        echo "skipped: $program is not installed"
        exit 77
    fi
done

home=$(mktemp -d "${TMPDIR:-/tmp}/facet-desktop.XXXXXX")
mkdir -p "$home/runtime" "$home/Videos"
chmod 700 "$home/runtime"
export HOME=$home XDG_RUNTIME_DIR=$home/runtime LC_ALL=C.UTF-8
export XDG_CONFIG_HOME=$home/.config XDG_DATA_HOME=$home/.local/share XDG_CACHE_HOME=$home/.cache
unset WAYLAND_DISPLAY QT_QPA_PLATFORM DBUS_SESSION_BUS_ADDRESS QT_QPA_PLATFORMTHEME
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 LIBGL_ALWAYS_SOFTWARE=1

display_file=$home/display
Xvfb -displayfd 6 -screen 0 "${size}x24" -nolisten tcp 6>"$display_file" 2>"$home/xvfb.log" &
xvfb=$!
trap 'kill $xvfb 2>/dev/null; wait $xvfb 2>/dev/null; rm -rf "$home"' EXIT
for _ in $(seq 200); do
    [ -s "$display_file" ] && break
    sleep 0.05
done
if [ ! -s "$display_file" ]; then
    echo "Xvfb did not start:"
    cat "$home/xvfb.log"
    exit 1
fi
DISPLAY=:$(tr -d '\n' <"$display_file")
export DISPLAY

dbus-run-session -- bash -c '
    printf facet | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
    openbox >/dev/null 2>&1 &
    manager=$!
    "$@"
    code=$?
    kill $manager 2>/dev/null
    exit $code' -- "$@"
