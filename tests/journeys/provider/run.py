"""Start the provider: `python -m tests.journeys.provider.run PORT CALLBACK`, with PROVIDER_PLACE set."""

import os
import sys
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIServer, make_server

CLIENT, SECRET = "watchkeeper", "a secret the two share"
LOGIN, PASSWORD = "a.sergeant", "the force's own password"
STRANGER = "a.stranger"


class Threaded(ThreadingMixIn, WSGIServer):
    """One request does not wait for another: a browser opens connections before it has anything to ask."""

    daemon_threads = True


def main(port: int, callback: str) -> None:
    """Make its key, its database, two people and one client, and answer until killed."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    place = Path(os.environ["PROVIDER_PLACE"])
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    (place / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.journeys.provider.settings"
    import django

    django.setup()

    from allauth.idp.oidc.models import Client
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.core.wsgi import get_wsgi_application

    call_command("migrate", verbosity=0)
    for login in (LOGIN, STRANGER):
        User.objects.create_user(login, password=PASSWORD)
    client = Client(
        id=CLIENT,
        name="Watchkeeper",
        scopes="openid\nprofile\nemail",
        redirect_uris=callback,
        skip_consent=True,
    )
    client.set_secret(SECRET)
    client.save()
    make_server("127.0.0.1", port, get_wsgi_application(), server_class=Threaded).serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
