#!/bin/sh
# The walk a newcomer takes: invent a force, load its records, print the brief of one night.
# Usage: run.sh PEOPLE SEED DAY [CRIMES]
set -eu

people=$1 seed=$2 on=$3 crimes=${4:-}
home=${WATCHKEEPER_HOME:-.watchkeeper}
watchkeeper() { .venv/bin/python -c 'from watchkeeper.cli.main import run; run()' "$@"; }

settings="people $people, seed $seed, night $on${crimes:+, crimes $crimes}"
stamp=$home/synthetic.settings
if [ -e "$home/watchkeeper.sqlite3" ] && [ ! -e "$stamp" ]; then
    echo "$home holds records that make run did not invent; an invented force must not be mixed with them." >&2
    echo "Name another folder: WATCHKEEPER_HOME=/some/other/folder make run" >&2
    exit 1
fi

if [ ! -d "$home/synthetic" ] || [ "$(cat "$stamp" 2>/dev/null)" != "$settings" ]; then
    mkdir -p "$home"
    # Another force: the one invented before goes, database and all, so that the two never mix.
    rm -rf "$home/synthetic" "$home/synthetic.loaded"
    rm -f "$home"/watchkeeper.sqlite3 "$home"/watchkeeper.sqlite3-wal "$home"/watchkeeper.sqlite3-shm
    printf '%s\n' "$settings" >"$stamp"
    rm -rf "$home/synthetic.part"
    watchkeeper synth --people "$people" --seed "$seed" --on "$on" ${crimes:+--crimes "$crimes"} "$home/synthetic.part"
    mv "$home/synthetic.part" "$home/synthetic"
fi
# Once loaded to the end, the same files say nothing new: a second walk goes on to the brief.
if [ ! -e "$home/watchkeeper.sqlite3" ] || [ "$(cat "$home/synthetic.loaded" 2>/dev/null)" != "$settings" ]; then
    # 1 means that some rows were rejected, as in any real file: the brief still stands on the rest.
    watchkeeper load "$home/synthetic" || [ $? -eq 1 ]
    printf '%s\n' "$settings" >"$home/synthetic.loaded"
fi
watchkeeper brief --on "$on"
