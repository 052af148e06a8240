"""The service as a server runs it: `granian --interface asgi watchkeeper.config.asgi:application`."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "watchkeeper.config.site")
application = get_asgi_application()
