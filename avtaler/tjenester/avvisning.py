"""How a write says no: a sentence for the user, or the stored row that somebody else has changed meanwhile."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from django.db import IntegrityError, models, transaction

from avtaler.domene.avvisning import Avvist as Avvist

#: Constraint name → (field the sentence belongs to, function that gives the sentence in the active language).
Setninger = Mapping[str, tuple[str | None, Callable[[], str]]]


class Konflikt(Exception):
    """Somebody has changed the row since it was read. ``lagret`` is the row as it is now."""

    def __init__(self, lagret: models.Model) -> None:
        super().__init__(f"{lagret.pk} is changed")
        self.lagret = lagret


@contextmanager
def oversatt(setninger: Setninger) -> Iterator[None]:
    """Run the block in a transaction; a broken constraint among ``setninger`` becomes Avvist with its sentence."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as feil:
        navn = getattr(getattr(feil.__cause__, "diag", None), "constraint_name", None)
        if navn not in setninger:
            raise
        felt, setning = setninger[navn]
        raise Avvist(setning(), felt=felt) from feil
