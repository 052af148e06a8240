#!/bin/sh
# Prints the path of a Python that is 3.12 or newer, really runs, and can make a virtual environment.
# A name on the path proves nothing: a pyenv shim may stand there with no Python behind it.

fit='import sys, venv, ensurepip, sqlite3, ssl; sys.version_info >= (3, 12) or sys.exit(1); print(sys.executable)'

try() {
    found=$("$1" -c "$fit" 2>/dev/null) && [ -n "$found" ] && printf '%s\n' "$found" && exit 0
}

for name in ${WATCHKEEPER_PYTHON:+"$WATCHKEEPER_PYTHON"} python3.14 python3.13 python3.12 python3; do
    command -v "$name" >/dev/null 2>&1 && try "$name"
done
for path in "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.[1-9][0-9]*/bin/python; do
    [ -x "$path" ] && try "$path"
done

cat >&2 <<'MESSAGE'
Watchkeeper needs Python 3.12 or newer, with its venv, ssl and sqlite3 modules, and found none.
  Debian or Ubuntu:  apt-get install python3 python3-venv    (Debian 13, Ubuntu 24.04 or newer)
  macOS:             brew install python@3.13
  anywhere:          pyenv install 3.13    or    https://www.python.org/downloads/
A Python elsewhere: WATCHKEEPER_PYTHON=/path/to/python make run
MESSAGE
exit 1
