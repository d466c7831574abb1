"""
Frozen dataclasses that cost nothing to define.

The standard `dataclass` writes and compiles six methods for every class: for the
thirty classes of the model that takes longer than reading a record. Here all classes
share one set of methods, which walk the fields. What a class can do is the same: it is
frozen, has slots, compares by its fields, and `dataclasses.fields`, `replace` and
`is_dataclass`, `copy` and `pickle` know it. A class that inherits from one of these uses the
same decorator.
"""

import dataclasses
from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError
from typing import Any, NoReturn, TypeVar, dataclass_transform

C = TypeVar("C", bound=type)

_set = object.__setattr__


@dataclass_transform(field_specifiers=(dataclasses.field,))
def dataclass(
    *,
    frozen: bool,
    slots: bool,
    kw_only: bool = False,
    repr: bool = True,  # noqa: A002  (as there)
) -> Callable[[C], C]:
    """
    Make a class a frozen dataclass with slots, and no other.

    Raises:
        TypeError: Something else is asked for.
    """
    if not (frozen and slots):
        raise TypeError("only frozen=True, slots=True; else use the module dataclasses")

    def decorate(cls: C) -> C:
        made: Any = dataclasses.dataclass(
            init=False, repr=False, eq=False, slots=True, kw_only=kw_only
        )(cls)
        made.__init__ = _init
        made.__setattr__, made.__delattr__ = _refuse, _refuse
        made.__eq__, made.__hash__ = _eq, _hash
        made.__getstate__, made.__setstate__ = _getstate, _setstate
        made.__signature__ = _Signature()
        if repr and "__repr__" not in vars(cls):
            made.__repr__ = _repr
        return made  # type: ignore[no-any-return]  # the class that was given, with slots

    return decorate


class _Signature:
    """
    The arguments of a class, written only when somebody asks: `help`, an editor, Sphinx.
    """

    def __get__(self, instance: object, owner: type) -> Any:
        from inspect import Parameter, Signature  # noqa: PLC0415  (only when asked)

        kinds = {False: Parameter.POSITIONAL_OR_KEYWORD, True: Parameter.KEYWORD_ONLY}
        return Signature(
            [
                Parameter(
                    spec.name,
                    kinds[bool(spec.kw_only)],
                    default=Parameter.empty if spec.default is MISSING else spec.default,
                    annotation=spec.type,
                )
                for spec in dataclasses.fields(owner)
                if spec.init
            ]
        )


def _init(self: Any, /, *positional: Any, **values: Any) -> None:
    if positional:
        places = [name for name, spec in self.__dataclass_fields__.items() if not spec.kw_only]
        if len(positional) > len(places):
            raise TypeError(f"{type(self).__name__}: {len(positional)} arguments without a name")
        values.update(zip(places, positional, strict=False))
    for name, spec in self.__dataclass_fields__.items():
        if name in values:
            _set(self, name, values.pop(name))
        elif spec.default is not MISSING:
            _set(self, name, spec.default)
        elif spec.init:
            raise TypeError(f"{type(self).__name__}: missing the argument {name!r}")
    if values:
        raise TypeError(f"{type(self).__name__}: unknown argument {next(iter(values))!r}")
    if hasattr(self, "__post_init__"):
        self.__post_init__()


def _refuse(self: object, name: str, *_: object) -> NoReturn:
    raise FrozenInstanceError(f"cannot change field {name!r} of {type(self).__name__}")


def _state(self: Any) -> list[Any]:
    fields = self.__dataclass_fields__
    return [getattr(self, name) for name in fields if fields[name].compare]


def _eq(self: object, other: object) -> Any:
    if type(self) is not type(other):
        return NotImplemented
    return _state(self) == _state(other)


def _hash(self: object) -> int:
    return hash((type(self), *_state(self)))


def _repr(self: Any) -> str:
    fields = self.__dataclass_fields__
    values = ", ".join(f"{name}={getattr(self, name)!r}" for name in fields if fields[name].repr)
    return f"{type(self).__qualname__}({values})"


def _getstate(self: Any) -> dict[str, Any]:
    return {name: getattr(self, name) for name in self.__dataclass_fields__}


def _setstate(self: object, state: dict[str, Any]) -> None:
    for name, value in state.items():
        _set(self, name, value)
