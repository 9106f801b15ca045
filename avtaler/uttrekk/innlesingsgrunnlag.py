"""What the reading of a list must know: the parties with all their names, the region's agreements, the law's words."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.utils import translation

from avtaler.domene.innlesing.grunnlag import Grunnlag
from avtaler.domene.innlesing.navnebok import Gruppe, Kjentpart, Navnebok, Navneperiode
from avtaler.domene.innlesing.plan import Avtaleverdier, Registeravtale, Registerdeltakelse
from avtaler.models import Avtale, Deltakerrolle, Klasse, Oppgave
from avtaler.regler import les_regelverk
from kommuner.models import Kommuneendring, Part, Parttype, Region, Regionmedlemskap
from kommuner.querysets import gyldig


def innlesingsgrunnlag(region: Region, *, dato: date, filnavn: str = "") -> Grunnlag:
    """Everything ``lag_plan`` needs to read a list into ``region`` on ``dato``. A fixed number of queries."""
    return Grunnlag(
        bok=navnebok(region, dato=dato), register=tuple(_register(region)), former=_former(), oppgaver=_oppgaver(),
        idag=dato, roller=_paa_begge(Deltakerrolle), klasser=_paa_begge(Klasse), filnavn=filnavn,
    )  # fmt: skip


def navnebok(region: Region, *, dato: date) -> Navnebok:
    """All parties; the region's own, and the groups that people name: regions and counties. Five queries."""
    parter = list(Part.objects.select_related("fylke").prefetch_related("identiteter"))
    arvinger = _arvinger({part.pk for part in parter if part.til is None or part.til > dato})
    grupper, egne = _grupper(region, dato)
    fylker = defaultdict(list)
    for part in parter:
        if part.type == Parttype.KOMMUNE and part.fylke is not None and (part.til is None or part.til > dato):
            fylker[part.fylke.navn.removesuffix(" fylkeskommune")].append(part.pk)
    grupper += [Gruppe(navn, tuple(ider)) for navn, ider in fylker.items()]
    return Navnebok.av([_kjent(part, arvinger.get(part.pk, ())) for part in parter], egne, grupper)


def _kjent(part: Part, arvinger: Iterable[int]) -> Kjentpart:
    fylke = part.fylke.navn.removesuffix(" fylkeskommune") if part.fylke is not None else ""
    foer = tuple(Navneperiode(en.navn, en.nummer, en.fra, en.til) for en in part.identiteter.all())
    parallelle = tuple(navn.strip() for navn in part.navn_parallelle.split(" – ") if navn.strip())
    return Kjentpart(
        part.pk, part.navn, part.type, part.nummer, part.orgnr, fylke, part.fra, part.til, foer, parallelle,
        tuple(arvinger),
    )  # fmt: skip


def _arvinger(levende: set[int]) -> dict[int, tuple[int, ...]]:
    """For each party that is gone: those that are there now and that reforms carried it into, however many steps on."""
    neste = defaultdict(set)
    for fra, til in Kommuneendring.objects.values_list("fra_part_id", "til_part_id"):
        neste[fra].add(til)

    def foelg(ider: set[int], sett: frozenset[int]) -> set[int]:
        framme = {id_ for id_ in ider if id_ in levende}
        videre = {til for id_ in ider - framme - sett for til in neste.get(id_, ())}
        return framme | (foelg(videre, sett | ider) if videre else set())

    return {fra: tuple(sorted(foelg(til, frozenset({fra})))) for fra, til in neste.items() if fra not in levende}


def _grupper(region: Region, dato: date) -> tuple[list[Gruppe], list[int]]:
    medlemmer = defaultdict(list)
    navnene: dict[int, str] = {}
    rader = Regionmedlemskap.objects.filter(gyldig(dato)).select_related("region").order_by("part_id")
    for medlemskap in rader:
        medlemmer[medlemskap.region_id].append(medlemskap.part_id)
        navnene[medlemskap.region_id] = medlemskap.region.navn
    return [Gruppe(navnene[id_], tuple(ider)) for id_, ider in medlemmer.items()], medlemmer.get(region.pk, [])


def _register(region: Region) -> Iterable[Registeravtale]:
    rader = region.avtaler.prefetch_related("deltakelser", "oppgaver", "formaal").order_by("pk")
    for avtale in rader:
        yield Registeravtale(
            avtale.pk, avtale.versjon, _verdier(avtale), tuple(map(_deltakelse, avtale.deltakelser.all()))
        )


def _verdier(avtale: Avtale) -> Avtaleverdier:
    return Avtaleverdier(
        navn=avtale.navn, form=avtale.form, klasse=avtale.klasse, orgnr=avtale.orgnr, fra=avtale.fra, til=avtale.til,
        oppgaver=tuple(sorted(oppgave.kode for oppgave in avtale.oppgaver.all())), kilde=avtale.kilde,
        formaal=tuple(formaal.tekst for formaal in avtale.formaal.all()),
        oppsigelse_maaneder=avtale.oppsigelse_maaneder, andre_deltakere=avtale.andre_deltakere,
    )  # fmt: skip


def _deltakelse(rad) -> Registerdeltakelse:
    return Registerdeltakelse(
        id=rad.pk, versjon=rad.versjon, part_id=rad.part_id, rolle=rad.rolle, fra=rad.fra, til=rad.til,
        eierandel=rad.eierandel, ansvarsandel=rad.ansvarsandel, medlemmer=rad.medlemmer,
        varamedlemmer=rad.varamedlemmer, del_av=rad.del_av, merknad=rad.merknad,
    )  # fmt: skip


def _former() -> dict[str, str]:
    """The code of each form by every name the rules have for it; the order is theirs."""
    former = les_regelverk().former
    navn = {kode: (form.navn.nb, form.navn.nn, form.kortnavn.nb, form.kortnavn.nn) for kode, form in former.items()}
    return {ett: kode for kode, navnene in navn.items() for ett in (kode, *navnene)}


def _oppgaver() -> dict[str, tuple[str, ...]]:
    return {oppgave.kode: (oppgave.navn_nb, oppgave.navn_nn) for oppgave in Oppgave.objects.all()}


def _paa_begge(koder) -> dict[str, str]:
    """The code of each choice by its label in either language, and by itself."""
    navn = {}
    for spraak in ("nb", "nn"):
        with translation.override(spraak):
            navn |= {str(etikett): kode for kode, etikett in koder.choices}
    return navn | {kode: kode for kode in koder.values}
