"""A book of real municipalities through their reforms, and short ways to read a list made in the test."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from avtaler.domene.innlesing.grunnlag import Grunnlag
from avtaler.domene.innlesing.navnebok import Gruppe, Kjentpart, Navnebok, Navneperiode
from avtaler.domene.innlesing.oppsett import Ark, Linje, foreslaa_oppsett
from avtaler.domene.innlesing.plan import Plan, Registeravtale
from avtaler.domene.innlesing.planlegging import lag_plan
from avtaler.domene.innlesing.rader import les_rader
from avtaler.domene.innlesing.tilfelle import Egne
from avtaler.regler import les_regelverk
from kommuner import referanse

IDAG = date(2026, 11, 22)
LOFOTEN = ("1856", "1857", "1859", "1860", "1865", "1874")
OPPGAVER = {
    "barnevern": ("Barnevern", "Barnevern"),
    "ppt": ("Pedagogisk-psykologisk tjeneste", "Pedagogisk-psykologisk teneste"),
    "brann": ("Brann og redning", "Brann og redning"),
}
ROLLER = {"Vertskommune": "vertskommune", "Deltaker": "deltaker", "Observatør": "observatoer"}
KLASSER = {"Regional utvikling": "utvikling", "Tjenesteyting": "tjenesteyting", "tenesteyting": "tjenesteyting"}


@cache
def alle_parter() -> tuple[Kjentpart, ...]:
    """Every municipality since 2001, and the county municipalities of today."""
    historie = referanse.les_enheter()
    fakta = {kommune.nummer: kommune for kommune in referanse.les_kommuner()}
    fylker = {fylke.nummer: fylke.navn for fylke in referanse.les_fylker()}
    ider = {enhet.noekkel: nr for nr, enhet in enumerate(historie.enheter, 1)}
    levende = {enhet.noekkel for enhet in historie.enheter if enhet.til is None}
    arv: dict[str, set[str]] = {}
    for en in historie.arv:
        arv.setdefault(en.fra_enhet, set()).add(en.til_enhet)

    def framme(noekkel: str) -> set[str]:
        return {noekkel} if noekkel in levende else {f for til in arv.get(noekkel, ()) for f in framme(til)}

    kommuner = []
    for enhet in historie.enheter:
        naa = fakta.get(enhet.siste.nummer) if enhet.til is None else None
        kommuner.append(
            Kjentpart(
                ider[enhet.noekkel], naa.navn if naa else enhet.siste.navn, "kommune", enhet.siste.nummer,
                naa.orgnr if naa else "", fylker.get(naa.fylke, "") if naa else "", enhet.fra, enhet.til,
                tuple(Navneperiode(i.navn, i.nummer, i.fra, i.til) for i in enhet.identiteter),
                naa.parallelle if naa else (),
                () if naa else tuple(sorted(ider[n] for n in framme(enhet.noekkel))),
            )
        )  # fmt: skip
    fylkeskommuner = [
        Kjentpart(10_000 + int(fylke.nummer), f"{fylke.navn} fylkeskommune", "fylkeskommune", fylke.nummer, fylke.orgnr)
        for fylke in referanse.les_fylker()
        if fylke.orgnr
    ]
    return (*kommuner, *fylkeskommuner)


@cache
def bok(*regionen: str) -> Navnebok:
    """The book for a region of the municipalities with these numbers."""
    ider = [part.id for part in alle_parter() if part.nummer in regionen and part.til is None]
    salten = tuple(part.id for part in alle_parter() if part.navn in ("Bodø", "Fauske", "Beiarn") and part.til is None)
    return Navnebok.av(alle_parter(), ider, [Gruppe("Salten", salten)])


def partnavn(navn: str, nummer: str = "") -> int:
    """The id of the party that has the name today."""
    return next(p.id for p in alle_parter() if p.navn == navn and p.til is None and nummer in ("", p.nummer))


def former() -> dict[str, str]:
    """The code of each form by every name the rules have for it."""
    alle = les_regelverk().former.items()
    return {
        ett: kode for kode, f in alle for ett in (kode, f.navn.nb, f.navn.nn, f.kortnavn.nb, f.kortnavn.nn)
    }  # fmt: skip


def grunnlag(register: Iterable[Registeravtale] = (), *, regionen: Sequence[str] = LOFOTEN, fil: str = "") -> Grunnlag:
    """What the reading knows."""
    return Grunnlag(
        bok(*regionen), tuple(register), former(), OPPGAVER, IDAG, roller=ROLLER, klasser=KLASSER, filnavn=fil
    )


def ark(*rader: Sequence[str], navn: str = "Ark1", hode: int = 1, fra: int = 1) -> Ark:
    """A sheet of these rows, numbered from ``fra``; empty ones are not there, as the reader leaves them out."""
    linjer = [Linje(nr, tuple(rad)) for nr, rad in enumerate(rader, fra) if any(rad)]
    return Ark(navn, tuple(linjer), hode)


def les(
    *arkene: Ark,
    svar: Mapping[str, str] | None = None,
    egne: Egne | None = None,
    rettelser: Mapping[str, str] | None = None,
    kunnskap: Grunnlag | None = None,
    godta: bool = False,
) -> Plan:
    """The plan of a list. ``godta`` accepts every proposal, and what that leads to."""
    kunnskap = kunnskap or grunnlag()
    oppsett = foreslaa_oppsett(arkene, kunnskap.bok)
    lesing = les_rader(arkene, oppsett, kunnskap.bok, rettelser)
    svarene = dict(svar or {})
    plan = lag_plan(lesing, kunnskap, svarene, egne)
    while godta and (nye := {en.noekkel: en.forslag for en in plan.ubesvarte if en.forslag}):
        svarene |= nye
        plan = lag_plan(lesing, kunnskap, svarene, egne)
    return plan


def deltakerne(plan: Plan, nr: int = 0) -> list[str]:
    """The names of the participants of the agreement."""
    return [deltaker.navn for deltaker in plan.avtaler[nr].deltakere]
