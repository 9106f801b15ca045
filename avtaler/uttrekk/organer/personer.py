"""Who sits where for one municipality: posts and burden per person, and how the municipality is governed (needs 4.26).

A person is known by name and municipality, nothing else is kept. So two of the same name look like one, and a hint says
«ser ut til».
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from avtaler.domene.organer.navn import navnenoekkel
from avtaler.models import Organ, Verv
from avtaler.regler.organregler import habilitetsregler, organregel
from kommuner.models import Folkevalgt, Kommunestyring, Part
from kommuner.querysets import gyldig
from kommuner.tilgang import Innsyn

from .bilde import Regelsetning, lovsetning
from .organbilder import organets_form

ANDRE = (Verv.Rolle.TILLITSVALGT, Verv.Rolle.SEKRETAER)
I_RAADET = frozenset(
    {
        Folkevalgt.Verv.ORDFOERER,
        Folkevalgt.Verv.VARAORDFOERER,
        Folkevalgt.Verv.FORMANNSKAP,
        Folkevalgt.Verv.KOMMUNESTYRE,
    }
)


@dataclass(frozen=True, kw_only=True)
class Personverv:
    """One post. ``moeter_aarlig`` is what the organ is to hold at least, when it is known."""

    organ_id: int
    organ_navn: str
    avtale_navn: str
    rolle_navn: str
    er_vara: bool
    moeter_aarlig: int | None
    er_eiermoete: bool
    er_eksempel: bool


@dataclass(frozen=True, kw_only=True)
class Habilitetstips:
    """An organ in which the person also sits in the council's cases, and what the law says of it."""

    organ_navn: str
    regler: tuple[Regelsetning, ...]


@dataclass(frozen=True, kw_only=True)
class Person:
    """One person's posts. Deputies are called in; their meetings are not counted."""

    navn: str
    parti: str
    embeter: tuple[str, ...]
    verv: tuple[Personverv, ...]
    habilitet: tuple[Habilitetstips, ...]

    @property
    def faste(self) -> tuple[Personverv, ...]:
        return tuple(verv for verv in self.verv if not verv.er_vara)

    @property
    def moeter(self) -> int:
        return sum(verv.moeter_aarlig or 0 for verv in self.faste)

    @property
    def uten_tall(self) -> int:
        """Posts whose number of meetings nobody has stated."""
        return sum(verv.moeter_aarlig is None for verv in self.faste)

    @property
    def eiermoeter(self) -> int:
        """Owner organs the person has a fixed seat in: representantskap, generalforsamling, årsmøte."""
        return sum(verv.er_eiermoete for verv in self.faste)


@dataclass(frozen=True, kw_only=True)
class Vervside:
    """The page: the people with the most posts first, and how the municipality is governed on the date."""

    personer: tuple[Person, ...]
    styring: Kommunestyring | None
    folkevalgte: tuple[Folkevalgt, ...]

    @property
    def antall_verv(self) -> int:
        return sum(len(person.verv) for person in self.personer)

    @property
    def moeter(self) -> int:
        return sum(person.moeter for person in self.personer)

    @property
    def eiermoeter(self) -> int:
        return sum(person.eiermoeter for person in self.personer)

    @property
    def mest(self) -> Person | None:
        """The one with the most owner meetings, when somebody has several."""
        travleste = max(self.personer, key=lambda person: person.eiermoeter, default=None)
        return travleste if travleste and travleste.eiermoeter > 1 else None


def vervside(part: Part, innsyn: Innsyn, *, dato: date, maalform: str) -> Vervside:
    """Four queries."""
    folkevalgte = tuple(Folkevalgt.objects.filter(gyldig(dato), part=part))
    organer = Organ.objects.for_user(innsyn).order_by().values("pk")
    verv = Verv.objects.filter(gyldig(dato), gyldig(dato, "organ__"), part=part, organ__in=organer)
    rader = verv.exclude(rolle__in=ANDRE).select_related("organ__avtale", "organ__region").order_by("organ", "pk")
    return Vervside(
        personer=tuple(_personer(rader, folkevalgte, maalform)),
        styring=Kommunestyring.objects.filter(gyldig(dato), part=part).first(),
        folkevalgte=tuple(sorted(folkevalgte, key=lambda rad: Folkevalgt.Verv.values.index(rad.verv))),
    )


def _personer(verv: Iterable[Verv], folkevalgte: Iterable[Folkevalgt], maalform: str) -> list[Person]:
    embeter: dict[str, list[Folkevalgt]] = {}
    for rad in folkevalgte:
        embeter.setdefault(navnenoekkel(rad.navn), []).append(rad)
    per_person: dict[str, list[Verv]] = {}
    for rad in verv:
        per_person.setdefault(navnenoekkel(rad.navn), []).append(rad)
    personer = [_person(rader, embeter.get(navn, []), maalform) for navn, rader in per_person.items()]
    return sorted(personer, key=lambda person: (-len(person.faste), -len(person.verv), person.navn))


def _person(rader: list[Verv], embeter: list[Folkevalgt], maalform: str) -> Person:
    i_raadet = any(embete.verv in I_RAADET for embete in embeter)
    return Person(
        navn=rader[0].navn, parti=next((rad.parti for rad in (*rader, *embeter) if rad.parti), ""),
        embeter=tuple(str(embete.get_verv_display()) for embete in embeter),
        verv=tuple(_verv(rad) for rad in rader),
        habilitet=tuple(_habilitet(rader, maalform)) if i_raadet else (),
    )  # fmt: skip


def _verv(rad: Verv) -> Personverv:
    organ = rad.organ
    regel = organregel(organ.type, organets_form(organ))
    return Personverv(
        organ_id=organ.pk, organ_navn=str(organ),
        avtale_navn=organ.avtale.navn if organ.avtale_id else str(organ.region),
        rolle_navn=rad.get_rolle_display(), er_vara=rad.rolle == Verv.Rolle.VARAMEDLEM,
        moeter_aarlig=organ.moeter_aarlig, er_eiermoete=regel.er_eiermoete, er_eksempel=rad.er_eksempel,
    )  # fmt: skip


def _habilitet(rader: Iterable[Verv], maalform: str) -> Iterable[Habilitetstips]:
    for rad in rader:
        regler = habilitetsregler(rad.organ.type, organets_form(rad.organ))
        if regler:
            navn = f"{rad.organ}, {rad.organ.avtale}" if rad.organ.avtale_id else str(rad.organ)
            setninger = tuple(lovsetning(regel.setning, maalform) for regel in regler)
            yield Habilitetstips(organ_navn=navn, regler=setninger)
