#!/bin/sh
# Makes .venv and installs exactly what requirements.lock names, each file held to its hash; then
# the package itself, without dependencies. uv does it in seconds; where uv cannot be had, pip does.
set -eu

python=.venv/bin/python
if ! "$python" -c 'import sys; sys.version_info >= (3, 12) or sys.exit(1)' 2>/dev/null; then
    found=$(sh tools/find_python.sh)
    echo "Making .venv with $("$found" --version 2>&1)."
    rm -rf .venv
    "$found" -m venv .venv
fi
rm -f .venv/.installed

pip() { "$python" -m pip --disable-pip-version-check --no-input "$@"; }

# uv itself is a row of the lock, so it too is pinned and held to its hash.
uv_lock=.venv/uv.lock.txt
awk '/^[^ ]/ { keep = /^uv==/ } keep' requirements.lock >"$uv_lock"
echo "Installing what requirements.lock names."
if { pip show -q uv >/dev/null 2>&1 || pip install -q --no-deps --require-hashes -r "$uv_lock"; } &&
    "$python" -m uv --version >/dev/null 2>&1; then
    "$python" -m uv pip sync -q --compile-bytecode --python "$python" --require-hashes requirements.lock
    "$python" -m uv pip install -q --python "$python" --no-deps --no-build-isolation -e .
else
    echo "uv cannot be had here; pip does the same, more slowly."
    grep -v '^$' requirements.lock | awk '/^[^ ]/ { keep = !/^uv==/ } keep' >.venv/pip.lock.txt
    pip install -q --compile --no-deps --require-hashes -r .venv/pip.lock.txt
    pip install -q --no-deps --no-build-isolation -e .
fi
sh tools/front_end.sh
# Compiled once here, not at every start: some machines are told to write no bytecode, and there
# reading the sources alone takes longer than the brief.
"$python" -m compileall -q -j 0 watchkeeper .venv/lib >/dev/null 2>&1 || true
touch .venv/.installed
