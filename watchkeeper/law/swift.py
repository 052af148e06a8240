"""Facts are made by the million every night, and their classes by the hundred at every start: both quickly.

Whatever the command line meets as it starts takes `dataclass` from here.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import Field, FrozenInstanceError
from inspect import get_annotations
from operator import attrgetter
from reprlib import recursive_repr
from typing import TYPE_CHECKING, Any, ClassVar, get_origin

__all__ = ["SWIFT", "dataclass"]

SWIFT = {"frozen": True, "slots": True}
_OURS = ("__init__", "__repr__", "__eq__", "__hash__", "__setattr__", "__delattr__")
_NOT_GIVEN = (ClassVar, dataclasses.InitVar, dataclasses.KW_ONLY)

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414  handed on
else:

    def dataclass(**asked: bool) -> Callable[[type], type]:
        """The standard library's `dataclass`, asked in the same words.

        A frozen class with slots whose fields are simply given, or left to a default, is made in a quarter
        of the time: one method is written for it and the rest are shared. Its `__init__` fills each
        slot by its own descriptor; the one written for a frozen class otherwise asks
        `object.__setattr__` to find every slot by name. Any other class is left to the standard library.

        >>> @dataclass(frozen=True, slots=True)
        ... class Seen:
        ...     who: str
        ...     times: int = 1
        >>> Seen("P1"), Seen("P1") == Seen("P1", 1)
        (Seen(who='P1', times=1), True)
        """
        alike = asked.get("eq", True)

        def make(given: type) -> type:
            if asked != SWIFT | ({} if alike else {"eq": False}) or not _simple(given):
                return dataclasses.dataclass(**asked)(given)
            return _made(given, alike=alike)

        return make


def _simple(given: type) -> bool:
    """Whether the fields of a class are all its own and simply given, and it writes none of our methods."""
    own = given.__dict__
    return (
        bool(own.get("__annotations__"))
        and not hasattr(given, "__dataclass_fields__")
        and not any(name in own for name in _OURS)
        and not any(
            isinstance(kind, str)
            or kind in _NOT_GIVEN
            or get_origin(kind) in _NOT_GIVEN
            or isinstance(own.get(name), Field)
            for name, kind in own["__annotations__"].items()
        )
    )


def _made(given: type, *, alike: bool) -> type:
    kinds = get_annotations(given)
    names = tuple(kinds)
    defaults = tuple(given.__dict__[name] for name in names if name in given.__dict__)
    if not all(name in given.__dict__ for name in names[len(names) - len(defaults) :]):
        raise TypeError(f"a field of {given.__name__} that must be given follows one that may be left out")
    if given.__doc__ is None:
        given.__doc__ = f"{given.__name__}({', '.join(names)})"
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(given)
    params = made.__dataclass_params__
    params.init = params.repr = params.frozen = True
    params.eq = alike
    written = {"__init__": _init(made, names, defaults, kinds), **_kept(made, names)}
    for name, method in (written | (_compared(names) if alike else {})).items():
        method.__qualname__ = f"{made.__qualname__}.{name}"
        setattr(made, name, method)
    made.__repr__ = _repr
    return made  # type: ignore[no-any-return]


def _init(made: Any, names: tuple[str, ...], defaults: tuple[Any, ...], kinds: dict[str, Any]) -> Any:
    body = [f"fill_{name}(self, {name})" for name in names]
    if hasattr(made, "__post_init__"):
        body.append("self.__post_init__()")
    slots = {f"fill_{name}": made.__dict__[name].__set__ for name in names}
    written: dict[str, Any] = {}
    exec(f"def __init__(self, {', '.join(names)}):\n    " + "\n    ".join(body), slots, written)
    init = written["__init__"]
    init.__defaults__, init.__annotations__, init.__module__ = (
        defaults,
        kinds | {"return": None},
        made.__module__,
    )
    return init


def _kept(made: Any, names: tuple[str, ...]) -> dict[str, Any]:
    """Nothing can be changed afterwards; and how a copy is told and made in another process."""
    fill = tuple(made.__dict__[name].__set__ for name in names)

    def refuse(self: Any, name: str, value: object) -> None:
        if type(self) is made or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(made, self).__setattr__(name, value)

    def keep(self: Any, name: str) -> None:
        if type(self) is made or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(made, self).__delattr__(name)

    def told(self: Any) -> list[Any]:
        return [getattr(self, name) for name in names]

    def taken(self: Any, state: list[Any]) -> None:
        for each, value in zip(fill, state, strict=True):
            each(self, value)

    methods = {"__setattr__": refuse, "__delattr__": keep, "__getstate__": told, "__setstate__": taken}
    return {name: method for name, method in methods.items() if name not in made.__dict__}


def _compared(names: tuple[str, ...]) -> dict[str, Any]:
    one = attrgetter(*names)
    values = one if names[1:] else lambda fact: (one(fact),)

    def equals(self: Any, other: object) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(values(self))

    return {"__eq__": equals, "__hash__": hashed}


@recursive_repr()
def _repr(self: Any) -> str:
    told = (f"{name}={getattr(self, name)!r}" for name in self.__dataclass_fields__)
    return f"{self.__class__.__qualname__}({', '.join(told)})"
