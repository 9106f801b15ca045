"""A cooperation under the old law becomes one or two under the new: what follows with it, and what it can be called."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from avtaler.domene.avtalegrunnlag import Avtalegrunnlag
from avtaler.domene.krav import Resultat
from avtaler.domene.oppslag import Oppslag
from avtaler.domene.proever import navn_inneholder
from avtaler.domene.regelverk import RegelverkFeil
from avtaler.domene.samarbeidsform import Samarbeidsform


@dataclass(frozen=True, kw_only=True)
class Omdanningsregler:
    """Where clauses go, the class a form is made for, and how names are proposed."""

    bestemmelser: Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]
    """Old form → new form → requirement of the old → requirements of the new."""
    klasse: Mapping[str, str]
    gamle_navneord: tuple[str, ...]
    navn: Mapping[str, Mapping[str, tuple[str, ...]]]
    """New form → written standard → patterns with ``{navn}``."""


@dataclass(frozen=True, kw_only=True)
class OverfoerteBestemmelser:
    """Clauses by the new form's requirement, and the old requirements whose clauses have no place in the new list."""

    etter_krav: Mapping[str, str]
    uten_plass: tuple[str, ...]


def overfoer_bestemmelser(
    bestemmelser: Mapping[str, str], *, fra_form: str, til_form: str, regler: Omdanningsregler
) -> OverfoerteBestemmelser:
    """Where each clause goes. Two that answer the same new requirement stand under each other, in the old order."""
    tabell = regler.bestemmelser.get(fra_form, {}).get(til_form, {})
    samlet: dict[str, list[str]] = defaultdict(list)
    uten_plass: list[str] = []
    for krav, tekst in bestemmelser.items():
        if not tekst.strip():
            continue
        if krav not in tabell:
            uten_plass.append(krav)
        for nytt in tabell.get(krav, ()):
            samlet[nytt].append(tekst.strip())
    return OverfoerteBestemmelser(
        etter_krav={krav: "\n\n".join(tekster) for krav, tekster in samlet.items()}, uten_plass=tuple(uten_plass)
    )


def navneforslag(gammelt_navn: str, form: Samarbeidsform, maalform: str, regler: Omdanningsregler) -> tuple[str, ...]:
    """Names the new cooperation may have: every one of them obeys the name rule of the form.

    A form without a name rule (vertskommune) may keep the old name.
    """
    stamme = _uten_gamle_ord(gammelt_navn, regler.gamle_navneord)
    moenstre = regler.navn.get(form.kode, {}).get(maalform, ())
    forslag = [moenster.format(navn=stamme) for moenster in moenstre] or [gammelt_navn]
    return tuple(navn for navn in dict.fromkeys(forslag) if foelger_navnekrav(navn, form))


def foelger_navnekrav(navn: str, form: Samarbeidsform) -> bool:
    """Whether the name has the words that the law demands of the form (koml. §§ 18-1(3), 19-1(3))."""
    if not form.navnekrav:
        return True
    funn = navn_inneholder(Avtalegrunnlag(form=form.kode, navn=navn), form, date.min)
    return funn.resultat is Resultat.OPPFYLT


def _uten_gamle_ord(navn: str, ord_: Iterable[str]) -> str:
    """«Sogn regionråd» is «Sogn»; a name that is nothing but such words is kept as it is."""
    stamme = re.sub(r"§\s*2[78](-\d)?", " ", navn)
    for ett in sorted(ord_, key=len, reverse=True):
        stamme = re.sub(rf"(?<!\w){re.escape(ett)}(?!\w)", " ", stamme, flags=re.IGNORECASE)
    stamme = " ".join(stamme.replace("()", " ").split()).strip(" -–,")
    return stamme or navn.strip()


def tolk_omdanningsregler(innhold: object, sted: str) -> Omdanningsregler:
    """The rules of ``regler/omdanning.yaml``. Raises RegelverkFeil."""
    with Oppslag(innhold, sted) as fil:
        return Omdanningsregler(
            bestemmelser={
                fra: {
                    til: {krav: _strenger(nye, f"{sted}.{krav}") for krav, nye in _par(tabell, sted)}
                    for til, tabell in _par(former, sted)
                }
                for fra, former in _par(fil.hent("bestemmelser"), sted)
            },
            klasse={form: str(klasse) for form, klasse in _par(fil.hent("klasse"), sted)},
            gamle_navneord=fil.strenger("gamle_navneord"),
            navn={
                form: {maalform: _strenger(moenstre, f"{sted}.{form}") for maalform, moenstre in _par(navn, sted)}
                for form, navn in _par(fil.hent("navn"), sted)
            },
        )


def _par(verdi: object, sted: str) -> Iterable[tuple[str, object]]:
    if not isinstance(verdi, Mapping):
        raise RegelverkFeil(f"{sted}: ventet nøkler og verdier, fant «{verdi}».")
    return [(str(noekkel), ett) for noekkel, ett in verdi.items()]


def _strenger(verdi: object, sted: str) -> tuple[str, ...]:
    if not isinstance(verdi, list) or not all(isinstance(ett, str) for ett in verdi):
        raise RegelverkFeil(f"{sted}: ventet en liste med ord, fant «{verdi}».")
    return tuple(verdi)
