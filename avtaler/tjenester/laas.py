"""One way for every edit to see that nobody has changed the row since it was read."""

from typing import TypeVar

from django.db.models import Model
from django.utils.translation import gettext as _

from .avvisning import Avvist, Konflikt

Rad = TypeVar("Rad", bound=Model)


def laast(modell: type[Rad], pk: object, versjon: int | None) -> Rad:
    """The row, locked until the transaction ends, with its ``versjon`` raised: change it and save it.

    ``versjon`` is the one the caller read; None when nobody has read it (imports, commands, demo data). Raises
    Konflikt with the stored row when somebody has changed it since, and Avvist when it is gone. Needs a transaction.
    """
    try:
        rad = modell._default_manager.select_for_update(of=("self",)).get(pk=pk)
    except modell.DoesNotExist as feil:
        raise Avvist(_("Noen andre har slettet dette mens du arbeidet med det.")) from feil
    if versjon is not None and rad.versjon != versjon:
        raise Konflikt(rad)
    rad.versjon += 1
    return rad
