"""The service as it is served, but for one decision: it halts for good in the middle of it.

`HALT` says where: "stored", when the decision's row is written and the outcome on the trail is not; or
"answered", when both are and the officer has not been told. The file `HALTED` names is made there.
"""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from watchkeeper.config.asgi import application
from watchkeeper.escalation.actions.deciding import decide
from watchkeeper.web import deciding
from watchkeeper.workforce.acts import Act

__all__ = ["application"]

FOR_GOOD = 600


def halt() -> None:
    Path(os.environ["HALTED"]).touch()
    time.sleep(FOR_GOOD)


def after(done: Callable[..., Any], *, only: str = "") -> Callable[..., Any]:
    """Do it, and halt; `only` after what is of this kind."""

    def halting(*args: Any, **kwargs: Any) -> Any:
        result = done(*args, **kwargs)
        if not only or args[1]._meta.label == only:
            halt()
        return result

    return halting


if os.environ["HALT"] == "stored":
    Act.seal = after(Act.seal, only="escalation.Drawn")  # type: ignore[method-assign]
else:
    vars(deciding)["record"] = after(decide)
