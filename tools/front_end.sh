#!/bin/sh
# Fetches the styles and scripts that package-lock.json names, compiles ours from them, and gathers
# everything browsers are sent. Node comes from the system, else from PyPI into .venv, as tools/node.lock
# names it and held to its hash.
set -eu

python=.venv/bin/python
made=watchkeeper/web/assets/made
if ! command -v npm >/dev/null 2>&1; then
    if [ ! -x .venv/bin/npm ]; then
        echo "Node is not here: installing it into .venv."
        "$python" -m uv pip install -q --python "$python" --no-deps --require-hashes -r tools/node.lock ||
            "$python" -m pip install -q --no-deps --require-hashes -r tools/node.lock
    fi
    PATH=$PWD/.venv/bin:$PATH
fi
echo "Fetching the styles and scripts of the pages."
npm ci --ignore-scripts --no-audit --no-fund --silent
mkdir -p "$made/images"
node node_modules/sass/sass.js --load-path=. --style=compressed --no-source-map --quiet-deps \
    watchkeeper/web/styles/watchkeeper.scss "$made/watchkeeper.css"
cp node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js "$made/"
cp node_modules/@ministryofjustice/frontend/moj/assets/images/icon-*.svg "$made/images/"
rm -rf watchkeeper/web/built
DJANGO_SETTINGS_MODULE=watchkeeper.config.site "$python" -m django collectstatic --noinput -v 0
