"""`manage.py check` for the law as data: complete in both languages, with a paragraph, and covering every form."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from django.core.checks import CheckMessage, Error, register

from avtaler.domene.aarshjul.lovregel import Hvem, Lovhendelse
from avtaler.domene.hjemmel import Gyldighet, Hjemmel, Sikkerhet
from avtaler.domene.krav import Krav
from avtaler.domene.lovkrav import mulige_plassholdere, mulige_utfall
from avtaler.domene.organer.regel import Organregel, Setning
from avtaler.domene.regelverk import Regelverk, RegelverkFeil
from avtaler.domene.samarbeidsform import Formregel, Oppsigelse, Samarbeidsform
from avtaler.domene.tekst import Tekst, plassholdere
from avtaler.referanse import kostranavn, les_oppgaverader
from avtaler.regler import les_regelverk
from avtaler.regler.aarshjulregler import les_aarshjulregler
from avtaler.regler.organregler import les_habilitetsregler, les_organregler
from kommuner.models.brukere import Rolle

#: Every way Norwegian municipalities are known to work together, with the closed ones that still run.
FORMER = frozenset(
    {
        "IPR", "KO", "VERT_ADM", "VERT_NEMND", "IKS", "AS", "SA", "FORENING", "STIFTELSE", "AVTALE", "PLAN",
        "P27_1992", "P28_1992", "SAMKOMMUNE_1992",
    }
)  # fmt: skip


@register("regler")
def sjekk_regelverk(app_configs: object, **kwargs: Any) -> list[CheckMessage]:
    """The system check: the rules that ship with the product."""
    return feil_i(les_regelverk)


@register("regler")
def sjekk_oppgaver(
    app_configs: object, rader: Iterable[Mapping[str, str]] | None = None, **kwargs: Any
) -> list[CheckMessage]:
    """The system check: every task of the taxonomy has a KOSTRA function that exists, and a name in both languages."""
    return list(_oppgavefeil(les_oppgaverader() if rader is None else rader))


def _oppgavefeil(rader: Iterable[Mapping[str, str]]) -> Iterator[CheckMessage]:
    for rad in rader:
        if rad["kostra"] not in kostranavn():
            yield Error(f"Oppgaven {rad['kode']} har ukjent KOSTRA-funksjon {rad['kostra']}.", id="avtaler.E030")
        if not (rad["navn_nb"].strip() and rad["navn_nn"].strip()):
            yield Error(f"Oppgaven {rad['kode']} mangler navn på en av målformene.", id="avtaler.E031")


def feil_i(les: Callable[[], Regelverk]) -> list[CheckMessage]:
    """What is wrong with the rules `les` reads; files that cannot be read are one error."""
    try:
        regelverk = les()
    except RegelverkFeil as feil:
        return [Error(str(feil), id="avtaler.E001")]
    return list(finn_feil(regelverk))


def finn_feil(regelverk: Regelverk) -> Iterator[CheckMessage]:
    """Everything that is wrong with `regelverk`, each with its own error code."""
    yield from _dekning(regelverk)
    for form in regelverk.former.values():
        yield from _form(form, regelverk)
    for krav in regelverk.krav:
        yield from _krav(krav)
    yield from _overlapp(regelverk)


def _dekning(regelverk: Regelverk) -> Iterator[CheckMessage]:
    for kode in sorted(FORMER - set(regelverk.former)):
        yield Error(f"Ingen regelfil beskriver samarbeidsformen {kode}.", id="avtaler.E002")
    med_krav = {form for krav in regelverk.krav for form in krav.former}
    for kode in sorted(set(regelverk.former) - med_krav):
        yield Error(f"Samarbeidsformen {kode} har ingen krav.", id="avtaler.E003")


def _form(form: Samarbeidsform, regelverk: Regelverk) -> Iterator[CheckMessage]:
    tekster = [form.navn, form.kortnavn, form.beskrivelse, *(regel.tekst for regel in form.regler)]
    if form.oeverste_organ is not None:
        tekster.append(form.oeverste_organ)
    yield from _tekster(form.kode, [*tekster, *_avslagstekster(form)])
    yield from _hjemmel(form.kode, form.hjemmel)
    yield from _gyldighet(form.kode, form.gyldig)
    for regel in form.regler:
        yield from _regel(form.kode, regel)
    yield from _avslag(form)
    for kode in set(form.omdannes_til) - set(regelverk.former):
        yield Error(f"{form.kode} kan ikke omdannes til den ukjente formen {kode}.", id="avtaler.E010")


def _avslagstekster(form: Samarbeidsform) -> list[Tekst]:
    return [tekst for tekst in (form.avslag.for_tidlig, form.avslag.for_sent) if tekst is not None]


def _regel(sted: str, regel: Formregel | Oppsigelse) -> Iterator[CheckMessage]:
    """Law is never stated without a paragraph, unless it is marked as not confirmed."""
    if regel.hjemmel is not None:
        yield from _hjemmel(sted, regel.hjemmel)
    elif regel.sikkerhet is Sikkerhet.LEST:
        yield Error(f"{sted}: «{regel.tekst.nb}» mangler hjemmel.", id="avtaler.E005")


def _avslag(form: Samarbeidsform) -> Iterator[CheckMessage]:
    """A form with a limit in time has the sentence that explains the limit."""
    if form.gyldig.fra is not None and form.avslag.for_tidlig is None:
        yield Error(f"{form.kode} sier ikke hvorfor formen ikke kan velges før {form.gyldig.fra}.", id="avtaler.E009")
    if form.gyldig.til is not None and form.avslag.for_sent is None:
        yield Error(f"{form.kode} sier ikke hvorfor formen ikke kan velges etter {form.gyldig.til}.", id="avtaler.E009")


def _krav(krav: Krav) -> Iterator[CheckMessage]:
    yield from _tekster(krav.kode, [krav.tittel, krav.hjelp, *krav.tekster.values()])
    yield from _hjemmel(krav.kode, krav.hjemmel)
    yield from _gyldighet(krav.kode, krav.gyldig)
    utfall = mulige_utfall(krav)
    for resultat in sorted(utfall ^ set(krav.tekster)):
        mangler = "mangler tekst for" if resultat in utfall else "har tekst for det umulige"
        yield Error(f"{krav.kode} {mangler} utfallet {resultat}.", id="avtaler.E007")
    for tekst in krav.tekster.values():
        if ukjente := (plassholdere(tekst.nb) | plassholdere(tekst.nn)) - mulige_plassholdere(krav):
            yield Error(f"{krav.kode}: ukjent plassholder {', '.join(sorted(ukjente))}.", id="avtaler.E008")
        if plassholdere(tekst.nb) != plassholdere(tekst.nn):
            yield Error(f"{krav.kode}: bokmål og nynorsk har ulike plassholdere: «{tekst.nb}»", id="avtaler.E008")


def _tekster(sted: str, tekster: Iterable[Tekst]) -> Iterator[CheckMessage]:
    for tekst in tekster:
        if tekst.mangler_maalform:
            yield Error(f"{sted} mangler en tekst på bokmål eller nynorsk: «{tekst.nb or tekst.nn}»", id="avtaler.E004")


def _hjemmel(sted: str, hjemmel: Hjemmel) -> Iterator[CheckMessage]:
    if not (hjemmel.lov.strip() and hjemmel.paragraf.strip()):
        yield Error(f"{sted} mangler hjemmel.", id="avtaler.E005")
    if not hjemmel.kilde.startswith("https://lovdata.no/"):
        yield Error(f"{sted}: kilden «{hjemmel.kilde}» er ikke en lenke til Lovdata.", id="avtaler.E005")


def _gyldighet(sted: str, gyldig: Gyldighet) -> Iterator[CheckMessage]:
    if gyldig.fra is not None and gyldig.til is not None and gyldig.til < gyldig.fra:
        yield Error(f"{sted} slutter å gjelde før det begynner.", id="avtaler.E006")


def _overlapp(regelverk: Regelverk) -> Iterator[CheckMessage]:
    """Two wordings of one requirement never hold on the same day."""
    for kode in sorted({krav.kode for krav in regelverk.krav}):
        ordlyder = regelverk.krav_med_kode(kode)
        for foerste, neste in pairwise(ordlyder):
            if foerste.gyldig.til is None or neste.gyldig.fra is None or neste.gyldig.fra <= foerste.gyldig.til:
                yield Error(f"To ordlyder av {kode} gjelder samtidig.", id="avtaler.E006")


@register("regler")
def sjekk_aarshjul(
    app_configs: object, les: Callable[[], tuple[Lovhendelse, ...]] = les_aarshjulregler, **kwargs: Any
) -> list[CheckMessage]:
    """The system check: what the law asks for in the year has a paragraph, both languages and forms that exist."""
    try:
        regler = les()
    except RegelverkFeil as feil:
        return [Error(str(feil), id="avtaler.E040")]
    return list(_aarshjulfeil(regler))


def _aarshjulfeil(regler: tuple[Lovhendelse, ...]) -> Iterator[CheckMessage]:
    koder = [regel.kode for regel in regler]
    for kode in sorted({kode for kode in koder if koder.count(kode) > 1}):
        gjelder = [regel.gyldig for regel in regler if regel.kode == kode]
        if any(gyldig.til is None for gyldig in gjelder[:-1]):
            yield Error(f"aarshjul.yaml: to ordlyder av {kode} gjelder samtidig.", id="avtaler.E041")
    for regel in regler:
        yield from _tekster(regel.kode, [regel.tittel, regel.sted, regel.gjoere])
        yield from _hjemmel(regel.kode, regel.hjemmel)
        yield from _gyldighet(regel.kode, regel.gyldig)
        if ukjente := sorted(set(regel.former) - FORMER):
            yield Error(f"{regel.kode}: ukjent samarbeidsform {', '.join(ukjente)}.", id="avtaler.E042")
        if (regel.hvem is Hvem.SAMARBEIDET) != bool(regel.former):
            yield Error(f"{regel.kode}: bare det som gjelder samarbeidet, nevner former.", id="avtaler.E043")
        if ukjente := sorted(set(regel.roller) - set(Rolle.values)):
            yield Error(f"{regel.kode}: ukjent rolle {', '.join(ukjente)}.", id="avtaler.E044")


@register("regler")
def sjekk_organer(
    app_configs: object, les: Callable[[], tuple[Organregel, ...]] = les_organregler, **kwargs: Any
) -> list[CheckMessage]:
    """The system check: what is said of organs is in both languages, with paragraphs, and of forms that exist."""
    try:
        regler, habilitet = les(), les_habilitetsregler()
    except RegelverkFeil as feil:
        return [Error(str(feil), id="avtaler.E050")]
    setninger = [
        s for regel in regler for s in (regel.myndighet, regel.status, regel.seter and regel.seter.setning) if s
    ]
    ukjente = sorted({form for regel in (*regler, *habilitet) for form in regel.former} - FORMER)
    feil_i_former = [Error(f"organer.yaml: ukjent samarbeidsform {form}.", id="avtaler.E051") for form in ukjente]
    return [*feil_i_former, *_setningsfeil([*setninger, *(regel.setning for regel in habilitet)])]


def _setningsfeil(setninger: Iterable[Setning]) -> Iterator[CheckMessage]:
    for setning in setninger:
        yield from _tekster("organer.yaml", [setning.tekst])
        if setning.hjemmel is not None:
            yield from _hjemmel("organer.yaml", setning.hjemmel)
