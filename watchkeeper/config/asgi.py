"""The service as a server runs it: `granian --interface asgi watchkeeper.config.asgi:application`."""

import os

from django.core.asgi import get_asgi_application

from watchkeeper.cli.kept import end_with_keeper

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "watchkeeper.config.site")
end_with_keeper()
application = get_asgi_application()
