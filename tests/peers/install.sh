#!/bin/sh
# install.sh SOURCE BUILD: puts the peers and their scripts into BUILD/, never into the source tree.
# Exits with 77 ("skipped") when node, npm or the packages cannot be had.
set -u
source=$1
build=$2

skip() {
    echo "SKIPPED: $1"
    exit 77
}

command -v node >/dev/null 2>&1 || skip "node is not installed; the peer tests need node 20.19 or newer."
command -v npm >/dev/null 2>&1 || skip "npm is not installed; the peer tests need it to fetch their packages."
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' \
    || skip "node $(node --version) is too old; the peer tests need node 20.19 or newer."

mkdir -p "$build" || exit 1
cp "$source"/*.mjs "$source"/redocly.yaml "$build"/ || exit 1
if [ -d "$build/node_modules" ] && cmp -s "$source/package-lock.json" "$build/installed-lock.json"; then
    exit 0
fi
rm -f "$build/installed-lock.json"
cp "$source/package.json" "$source/package-lock.json" "$build"/ || exit 1
cd "$build" || exit 1
if ! npm ci --no-audit --no-fund --ignore-scripts >install.log 2>&1; then
    tail -n 20 install.log
    skip "the packages of tests/peers could not be fetched."
fi
cp package-lock.json installed-lock.json
