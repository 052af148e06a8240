"""Facts are made by the million every night, so each is made in half the time."""

from dataclasses import Field, fields
from typing import Any


def swift[Made](made: type[Made]) -> type[Made]:
    """A frozen dataclass with slots, as it was, whose `__init__` fills each slot by its own descriptor.

    The one that `dataclass` writes for a frozen class asks `object.__setattr__` to find every
    slot by name. Arguments, defaults, `__post_init__` and everything else stay as they are,
    and nothing can be changed afterwards any more than before.

    Raises TypeError for a field that is not simply given or left to its default.

    >>> from dataclasses import dataclass
    >>> @swift
    ... @dataclass(frozen=True, slots=True)
    ... class Seen:
    ...     who: str
    ...     times: int = 1
    >>> Seen("P1")
    Seen(who='P1', times=1)
    """
    given: tuple[Field[Any], ...] = fields(made)  # type: ignore[arg-type]  # whoever is no dataclass is refused
    was: Any = made.__init__
    names = [field.name for field in given]
    code = was.__code__
    if code.co_varnames[1 : code.co_argcount] != tuple(names) or code.co_kwonlyargcount:
        raise TypeError(f"{made.__name__} has fields that are not given in their order")
    if any(callable(field.default_factory) for field in given):
        raise TypeError(f"{made.__name__} makes a default anew each time")
    body = [f"fill_{name}(self, {name})" for name in names]
    if hasattr(made, "__post_init__"):
        body.append("self.__post_init__()")
    slots = {f"fill_{name}": made.__dict__[name].__set__ for name in names}
    written: dict[str, Any] = {}
    exec(f"def __init__(self, {', '.join(names)}):\n    " + "\n    ".join(body), slots, written)
    init = written["__init__"]
    init.__defaults__, init.__annotations__ = was.__defaults__, was.__annotations__
    init.__qualname__, init.__module__ = was.__qualname__, made.__module__
    made.__init__ = init  # type: ignore[method-assign]
    return made
