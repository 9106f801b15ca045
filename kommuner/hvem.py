"""Who is changing the database, and why: told to the triggers of the change log with every write.

``med_hvem`` only remembers; a read costs nothing. The setting goes with each writing statement and ends with its
transaction, so no pooled connection can carry one person's name into another's request.
"""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

if TYPE_CHECKING:  # The commands say who they are before there are any models.
    from kommuner.models import Bruker

INNSTILLING = "samarbeid.hvem"
LENGSTE_BEGRUNNELSE = 2000
SKRIVER = re.compile(r"\s*(?:INSERT|UPDATE|DELETE|MERGE|WITH|TRUNCATE|COPY|CALL|DO)\b", re.IGNORECASE)
SETT = f"SELECT set_config('{INNSTILLING}', %s, true)"


@dataclass(frozen=True, kw_only=True)
class Hvem:
    """Who acts: a person, or a command or job by name. All it does in one go shares ``foresporsel``."""

    navn: str
    bruker_id: int | None = None
    begrunnelse: str = ""
    foresporsel: UUID = field(default_factory=uuid4)

    @classmethod
    def person(cls, bruker: "Bruker", begrunnelse: str = "", **valg: Any) -> "Hvem":
        return cls(navn=str(bruker), bruker_id=bruker.pk, begrunnelse=begrunnelse, **valg)

    def som_json(self) -> str:
        """As the trigger reads it; without the NUL that the database cannot hold."""
        verdier = {
            "navn": self.navn, "bruker": self.bruker_id, "foresporsel": str(self.foresporsel),
            "begrunnelse": self.begrunnelse.strip()[:LENGSTE_BEGRUNNELSE],
        }  # fmt: skip
        return json.dumps({navn: v.replace("\0", "") if isinstance(v, str) else v for navn, v in verdier.items()})


#: Asked at each write, since a login in the middle of a request changes the answer.
_naa: ContextVar[Callable[[], Hvem] | None] = ContextVar("hvem", default=None)


@contextmanager
def med_hvem(hvem: Hvem | Callable[[], Hvem] | str) -> Iterator[None]:
    """Everything written in the block is done by ``hvem``: ``med_hvem("kommando last_demodata")``."""
    fast = Hvem(navn=hvem) if isinstance(hvem, str) else hvem
    merke = _naa.set(fast if callable(fast) else lambda: fast)
    try:
        yield
    finally:
        _naa.reset(merke)


@contextmanager
def som_regel_med_hvem(navn: str) -> Iterator[None]:
    """As ``med_hvem`` unless it is said already: what a person's request runs at once is the person's."""
    if _naa.get() is not None:
        yield
        return
    with med_hvem(navn):
        yield


def foelg_med(connection: BaseDatabaseWrapper, **_: object) -> None:
    """Let the connection tell the triggers who acts; a receiver of ``connection_created``."""
    if _si_hvem not in connection.execute_wrappers:
        connection.execute_wrappers.append(_si_hvem)


def _si_hvem(utfoer: Callable[..., Any], sql: Any, params: Any, mange: bool, kontekst: dict[str, Any]) -> Any:
    """Send who acts ahead of a writing statement, in the same message and the same transaction."""
    if not isinstance(sql, str) or not SKRIVER.match(sql) or (tekst := _tekst(kontekst["connection"])) is None:
        return utfoer(sql, params, mange, kontekst)
    if mange or isinstance(params, dict):
        return _hver_for_seg(utfoer, sql, params, mange, kontekst, tekst)
    hale = sql if params is not None else sql.replace("%", "%%")
    svar = utfoer(f"{SETT}; {hale}", (tekst, *(params or ())), mange, kontekst)
    kontekst["cursor"].nextset()
    return svar


def _tekst(kobling: BaseDatabaseWrapper) -> str | None:
    """What to tell; empty when an earlier name in this transaction must be taken back; None when there is nothing."""
    spoer = _naa.get()
    if spoer is None and not getattr(kobling, "_hvem_sagt", False):
        return None
    tekst = spoer().som_json() if spoer is not None else ""
    kobling._hvem_sagt = bool(tekst) and kobling.in_atomic_block
    return tekst


def _hver_for_seg(
    utfoer: Callable[..., Any], sql: str, params: Any, mange: bool, kontekst: dict[str, Any], tekst: str
) -> Any:
    """A statement for many rows, or with named values, takes no other before it: both in one transaction."""
    kobling = kontekst["connection"]
    with transaction.atomic(using=kobling.alias):
        with kobling.cursor() as peker:
            peker.execute(SETT, [tekst])
        return utfoer(sql, params, mange, kontekst)
