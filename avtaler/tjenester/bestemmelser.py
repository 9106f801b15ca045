"""Writing the clauses of a wording: only what says something else is touched, so the history shows only that."""

from collections.abc import Mapping, Sequence
from datetime import date

from avtaler.domene.ordlyd import gjeldende, siste_vedtatte
from avtaler.models import Avtale, Avtaleversjon, Bestemmelse


def versjon_paa(avtale: Avtale, dato: date | None) -> Avtaleversjon:
    """The wording in force on ``dato`` (None: the last that is no draft); the first is made when there is none."""
    versjoner = list(avtale.versjoner.all())
    funnet = siste_vedtatte(versjoner) if dato is None else gjeldende(versjoner, dato)
    return funnet or avtale.versjoner.create(nummer=1, fra=avtale.fra, maalform=avtale.maalform)


def skriv_klausuler(versjon: Avtaleversjon, klausuler: Mapping[str, str]) -> bool:
    """Replace the clauses that are mentioned, by requirement code; an empty one is removed. Whether any changed."""
    lagret = {ett.krav: ett for ett in versjon.bestemmelser.exclude(krav="")}
    endret = False
    for krav, raatekst in klausuler.items():
        tekst = raatekst.strip()
        rad = lagret.get(krav) or Bestemmelse(versjon=versjon, krav=krav)
        endret |= _skriv(rad, tekst)
    return endret


def skriv_andre(versjon: Avtaleversjon, andre: Sequence[tuple[str, str]]) -> bool:
    """Let the clauses beside the law's list be these, as (heading, text) in order. Whether any changed."""
    lagret = list(versjon.bestemmelser.filter(krav="").order_by("rekkefoelge", "pk"))
    oensket = [(tittel.strip(), tekst.strip()) for tittel, tekst in andre if tittel.strip() and tekst.strip()]
    endret = False
    for plass, (tittel, tekst) in enumerate(oensket):
        rad = lagret[plass] if plass < len(lagret) else Bestemmelse(versjon=versjon)
        flyttet = (rad.tittel, rad.rekkefoelge) != (tittel, plass + 1)
        rad.tittel, rad.rekkefoelge = tittel, plass + 1
        endret |= _skriv(rad, tekst, ogsaa=flyttet)
    for rad in lagret[len(oensket) :]:
        endret |= _skriv(rad, "")
    return endret


def _skriv(rad: Bestemmelse, tekst: str, *, ogsaa: bool = False) -> bool:
    """Store, change or remove one clause; nothing is written when it says the same."""
    if rad.tekst == tekst and not ogsaa:
        return False
    if tekst:
        rad.tekst = tekst
        rad.save()
    elif rad.pk:
        rad.delete()
    return True
