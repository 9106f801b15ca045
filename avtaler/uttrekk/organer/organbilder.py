"""The pictures of many organs on a date: the rows put together with the rules."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date

from django.utils.translation import gettext as _

from avtaler.domene.organer.regel import Organregel
from avtaler.domene.organer.setekontroll import (
    Funnkode,
    Partseter,
    Setefunn,
    kontroller_seter,
    kontroller_tillitsvalgte,
)
from avtaler.models import Organ, Verv
from avtaler.models.organ import MEDLEMMER
from avtaler.regler.innkalling import innkallingsregel
from avtaler.regler.organregler import organregel
from kommuner.tilgang import Innsyn

from .bilde import Organbilde, Regelsetning, Setefunnrad, Seterad, Vervrad, lovsetning
from .grunnlag import OEVERSTE, Organgrunnlag, organgrunnlag

Rolle = Verv.Rolle
_ROLLER = Rolle.values


def organbilder(organer: Iterable[Organ], innsyn: Innsyn, *, dato: date, maalform: str) -> tuple[Organbilde, ...]:
    """Eight queries, however many organs. Who sits there is public."""
    grunnlag = organgrunnlag(organer, innsyn, dato=dato)
    return tuple(_bilde(organ, grunnlag, dato, maalform) for organ in grunnlag.organer)


def organets_form(organ: Organ) -> str:
    """The legal form the rules are asked for; empty for an organ of a region."""
    return organ.avtale.form if organ.avtale_id else ""


def seterader(organ: Organ, grunnlag: Organgrunnlag, ogsaa: Collection[Verv] = ()) -> tuple[Seterad, ...]:
    """The seats of each party: stated for the organ, else with the participation in the agreement, else unknown.

    ``ogsaa`` are posts of another day, whose parties are listed too. Empty when nothing is known of anybody's.
    """
    uttalt = {rad.part_id: rad for rad in grunnlag.setetall.get(organ.pk, [])}
    avtalt = {rad.part_id: rad for rad in grunnlag.deltakelser.get(organ.avtale_id, []) if organ.type in OEVERSTE}
    medlemmer, vara = _besatt(grunnlag.verv.get(organ.pk, []))
    parter = {part.pk: part for part in grunnlag.deltakere(organ)}
    parter |= {rad.part_id: rad.part for rad in (*uttalt.values(), *grunnlag.verv.get(organ.pk, []), *ogsaa)}
    rader = []
    for pk, part in parter.items():
        rad = uttalt.get(pk) or avtalt.get(pk)
        rader.append(Seterad(
            part_id=pk, navn=grunnlag.navn(part).navn, nummer=grunnlag.navn(part).nummer,
            medlemmer=rad.medlemmer if rad else None, varamedlemmer=rad.varamedlemmer if rad else None,
            besatt=medlemmer[pk], vara_besatt=vara[pk], setetall_id=uttalt[pk].pk if pk in uttalt else None,
            er_eksempel=bool(rad and rad.er_eksempel),
        ))  # fmt: skip
    kjente = [rad for rad in rader if rad.medlemmer is not None or rad.varamedlemmer or rad.besatt or rad.vara_besatt]
    return tuple(rader if kjente or ogsaa else ())


def _besatt(verv: Iterable[Verv]) -> tuple[Counter, Counter]:
    verv = list(verv)
    medlemmer = Counter(rad.part_id for rad in verv if rad.rolle in MEDLEMMER)
    return medlemmer, Counter(rad.part_id for rad in verv if rad.rolle == Rolle.VARAMEDLEM)


def _bilde(organ: Organ, grunnlag: Organgrunnlag, dato: date, maalform: str) -> Organbilde:
    form = organets_form(organ)
    regel, frist = organregel(organ.type, form), innkallingsregel(form, organ.type)
    seter = seterader(organ, grunnlag)
    verv = grunnlag.verv.get(organ.pk, [])
    tillitsvalgte = sum(rad.rolle == Rolle.TILLITSVALGT for rad in verv)
    krav = regel.seter if regel.seter and regel.seter.gjelder(dato) else None
    return Organbilde(
        id=organ.pk, navn=str(organ), type=organ.type, type_navn=organ.get_type_display(), avtale_id=organ.avtale_id,
        avtale_navn=organ.avtale.navn if organ.avtale_id else "", region_id=organ.region_id,
        overordnet_id=organ.overordnet_id, egen_myndighet=organ.myndighet,
        myndighet=lovsetning(regel.myndighet, maalform),
        status=lovsetning(regel.status, maalform) if regel.status else None,
        setekrav=lovsetning(krav.setning, maalform) if krav else None,
        beslutter=regel.beslutter and organ.beslutningsregel != "raadgivende",
        er_raadgivende=organ.beslutningsregel == "raadgivende",
        er_administrativt=regel.er_administrativt, er_eiermoete=regel.er_eiermoete,
        beslutningsregel=organ.get_beslutningsregel_display(), vedtaksfoert=organ.vedtaksfoert,
        lederrolle=organ.lederrolle, periode_aar=organ.periode_aar, moeter_aarlig=organ.moeter_aarlig,
        innkalling_dager=organ.innkalling_dager, innkalling_lov=frist.dager if frist else None,
        krever_tillitsvalgt=organ.krever_tillitsvalgt, tillitsvalgt_unntak=organ.tillitsvalgt_unntak,
        tillitsvalgte=tillitsvalgte, fra=organ.fra, til=organ.til, er_eksempel=organ.er_eksempel, seter=seter,
        verv=tuple(_verv(rad, grunnlag) for rad in sorted(verv, key=lambda r: _ROLLER.index(r.rolle))),
        funn=tuple(_funn(organ, grunnlag, regel, dato, maalform, seter, tillitsvalgte)),
        foelger=tuple(grunnlag.foelger.get(organ.pk, [])),
    )  # fmt: skip


def _verv(rad: Verv, grunnlag: Organgrunnlag) -> Vervrad:
    return Vervrad(
        id=rad.pk, navn=rad.navn, parti=rad.parti, rolle=rad.rolle,
        rolle_navn=rad.get_rolle_display(), plass=rad.plass, part_id=rad.part_id,
        part_navn=grunnlag.navn(rad.part).navn, fra=rad.fra, til=rad.til, valgt_dato=rad.valgt_dato,
        saksnummer=rad.saksnummer, er_eksempel=rad.er_eksempel,
    )  # fmt: skip


def _funn(
    organ: Organ, grunnlag: Organgrunnlag, regel: Organregel, dato: date, maalform: str,
    seter: tuple[Seterad, ...], tillitsvalgte: int,
) -> Iterable[Setefunnrad]:  # fmt: skip
    deltakere = {part.pk for part in grunnlag.deltakere(organ)}
    navn = {rad.part_id: rad.navn for rad in seter}
    krav = regel.seter if regel.seter and regel.seter.gjelder(dato) else None
    setning = lovsetning(krav.setning, maalform) if krav else None
    for funn in kontroller_seter(krav, [_partseter(rad, deltakere) for rad in seter]):
        yield Setefunnrad(kode=funn.kode, tekst=_setning(funn, navn), regel=setning)
    for funn in kontroller_tillitsvalgte(
        kreves=organ.krever_tillitsvalgt, unntak=organ.tillitsvalgt_unntak, antall=tillitsvalgte
    ):
        yield Setefunnrad(kode=funn.kode, tekst=_setning(funn, navn), regel=_egne_regler())


def _partseter(rad: Seterad, deltakere: set[int]) -> Partseter:
    """What is stated; where nobody has said how many, those who sit there."""
    medlemmer = rad.besatt if rad.medlemmer is None else rad.medlemmer
    vara = rad.vara_besatt if rad.varamedlemmer is None else rad.varamedlemmer
    return Partseter(part=rad.part_id, medlemmer=medlemmer, varamedlemmer=vara, er_deltaker=rad.part_id in deltakere)


def _egne_regler() -> Regelsetning:
    return Regelsetning(tekst=_("Det følger av samarbeidets egne regler, ikke av loven."))


def _setning(funn: Setefunn, navn: dict[int, str]) -> str:
    setninger = {
        Funnkode.FOR_FAA_MEDLEMMER: _("%(hvem)s har %(har)s av minst %(skal)s medlemmer."),
        Funnkode.FOR_FAA_VARA: _("%(hvem)s har %(har)s av minst %(skal)s varamedlemmer."),
        Funnkode.FOR_FAA_I_ALT: _("Organet har %(har)s av minst %(skal)s medlemmer."),
        Funnkode.MANGLER_TILLITSVALGT: _("De ansatte skal være representert, men ingen er registrert."),
    }
    return setninger[funn.kode] % {"hvem": navn.get(funn.part, ""), "har": funn.har, "skal": funn.skal}
