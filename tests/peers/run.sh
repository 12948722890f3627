#!/bin/sh
# run.sh BUILD SCRIPT [ARGUMENT…]: one peer test. Exits with 77 ("skipped") when the peers are not there.
build=$1
shift
if ! command -v node >/dev/null 2>&1 || [ ! -f "$build/installed-lock.json" ]; then
    echo "SKIPPED: the peers of tests/peers are not installed (see the test peers_install)."
    exit 77
fi
cd "$build" && exec node "$@"
