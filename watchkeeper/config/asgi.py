"""The service as a server runs it: `granian --interface asgi watchkeeper.config.asgi:application`."""

import os

import django
from django.urls import get_resolver

from watchkeeper.cli.kept import end_with_keeper
from watchkeeper.web.lanes import Laned

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "watchkeeper.config.site")
end_with_keeper()
django.setup(set_prefix=False)
assert get_resolver().url_patterns  # every page is read in now, and not while the first officer waits
application = Laned()
