import copy
import dataclasses
import inspect
import pickle
from dataclasses import FrozenInstanceError, field
from typing import Any

import pytest

from ncrefs.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """
    A base class.
    """

    a: int
    b: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived(Base):
    """
    A class with more fields.
    """

    c: str | None = field(default=None, metadata={"key": 1})


@dataclass(frozen=True, slots=True)
class Positional:
    """
    A class with a field that it derives itself, and does not compare.
    """

    text: str
    size: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "size", len(self.text))


class TestDataclass:
    """
    Tests for the frozen dataclasses of the model: they are like the standard ones.
    """

    def test_fields(self) -> None:
        """
        `dataclasses` knows the fields, their order, defaults and metadata.
        """
        assert dataclasses.is_dataclass(Derived)
        assert ["a", "b", "c"] == [spec.name for spec in dataclasses.fields(Derived)]
        assert {"key": 1} == dict(dataclasses.fields(Derived)[2].metadata)

    def test_equal_and_hashed(self) -> None:
        """
        Instances are equal, and have one hash, if class and fields are the same.
        """
        assert Derived(a=1, b=("x",)) == Derived(a=1, b=("x",))
        assert Derived(a=1) != Derived(a=2)
        assert Base(a=1) != Derived(a=1)
        assert hash(Derived(a=1)) == hash(Derived(a=1))

    def test_frozen(self) -> None:
        """
        No field can be set or deleted, and none added.
        """
        with pytest.raises(FrozenInstanceError, match="cannot change field 'a' of Derived"):
            Derived(a=1).a = 2  # type: ignore[misc]
        with pytest.raises(FrozenInstanceError):
            del Derived(a=1).a
        with pytest.raises(FrozenInstanceError):
            Derived(a=1).other = 2  # type: ignore[attr-defined]
        assert not hasattr(Derived(a=1), "__dict__")

    @pytest.mark.parametrize("arguments", [{}, {"b": ()}, {"a": 1, "z": 2}])
    def test_wrong_arguments(self, arguments: dict[str, object]) -> None:
        """
        A missing or unknown argument is a type error.
        """
        with pytest.raises(TypeError, match=r"missing the argument 'a'|unknown argument 'z'"):
            Derived(**arguments)  # type: ignore[arg-type]

    def test_keywords_only(self) -> None:
        """
        An argument without a name is refused.
        """
        with pytest.raises(TypeError, match=r"^Derived: 1 arguments without a name"):
            Derived(1)  # type: ignore[call-arg]

    def test_positional(self) -> None:
        """
        A class may take arguments by position and derive the others.
        """
        assert 3 == Positional("abc").size
        assert "Positional(text='abc')" == repr(Positional("abc"))

    def test_copies(self) -> None:
        """
        `copy`, `pickle` and `replace` give equal instances.
        """
        one = Derived(a=1, c="x")

        assert one == copy.copy(one) == copy.deepcopy(one) == pickle.loads(pickle.dumps(one))
        assert Derived(a=2, c="x") == dataclasses.replace(one, a=2)

    def test_signature(self) -> None:
        """
        Editors and documentation see the arguments.
        """
        signature = "(*, a: int, b: tuple[str, ...] = (), c: str | None = None)"
        assert signature == str(inspect.signature(Derived))

    def test_repr(self) -> None:
        """
        The fields are shown.
        """
        assert "Derived(a=1, b=(), c='x')" == repr(Derived(a=1, c="x"))

    def test_made_anew(self) -> None:
        """
        A class that a program makes while it runs is like the others.
        """
        made: Any = dataclass(frozen=True, slots=True, kw_only=True)(
            type("Made", (), {"__annotations__": {"a": int}, "__module__": __name__})
        )

        assert "Made(a=1)" == repr(made(a=1))
        assert made(a=1) == made(a=1) != made(a=2)
        assert hash(made(a=1)) == hash(made(a=1))
        assert made(a=1) == copy.copy(made(a=1))
        assert "(*, a: int)" == str(inspect.signature(made))
        assert not hasattr(made(a=1), "__dict__")
        with pytest.raises(TypeError, match="without a name"):
            made(1)
        with pytest.raises(FrozenInstanceError):
            made(a=1).a = 2
        with pytest.raises(FrozenInstanceError):
            del made(a=1).a

    def test_nothing_else(self) -> None:
        """
        What is not frozen is made by the standard module.
        """
        with pytest.raises(TypeError, match="only frozen=True"):
            dataclass(frozen=False, slots=True)
