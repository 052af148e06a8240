"""The service as a server runs it: `granian --interface asgi watchkeeper.config.asgi:application`."""

import gc
import os

import django
from django.urls import get_resolver

from watchkeeper.cli.kept import end_with_keeper
from watchkeeper.engine.collecting import uncollected
from watchkeeper.web.lanes import Laned

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "watchkeeper.config.site")
end_with_keeper()
with uncollected():
    django.setup(set_prefix=False)
    assert get_resolver().url_patterns  # every page is read in now, and not while the first officer waits
    gc.freeze()  # what was read in stays as long as the process: no search for cycles walks through it again
application = Laned()
