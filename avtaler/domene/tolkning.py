"""From the plain mappings of the rule files to the rules; what is unknown or missing is refused with a sentence."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from avtaler.domene.felt import FELT
from avtaler.domene.hjemmel import Gyldighet, Hjemmel, Sikkerhet
from avtaler.domene.krav import Krav, Resultat, Vurderes
from avtaler.domene.oppslag import Oppslag
from avtaler.domene.proever import PROEVER
from avtaler.domene.regelverk import Regelverk, RegelverkFeil
from avtaler.domene.samarbeidsform import (
    Avslag,
    Deltakertype,
    Eierinteresse,
    Endringsregel,
    Formregel,
    Omdanning,
    Omdanningsplikt,
    Oppsigelse,
    Rettssubjekt,
    Samarbeidsform,
    Statsmelding,
    Tema,
    Vararegel,
    Vedtaksmaate,
)
from avtaler.domene.tekst import Tekst

#: What the `proeve` of a requirement may name.
SVARERE: Mapping[Vurderes, Mapping[str, object]] = {Vurderes.FELT: FELT, Vurderes.BEREGNET: PROEVER}


def tolk_regelverk(filer: Mapping[str, object], *, versjon: str, rettstilstand: date) -> Regelverk:
    """The rules in `filer` (content by file name, in the order they are to be shown).

    A file holds `samarbeidsformer` and `krav`, both lists. Raises RegelverkFeil.
    """
    former: list[Samarbeidsform] = []
    krav: list[Krav] = []
    for navn, innhold in filer.items():
        with Oppslag(innhold, navn) as fil:
            former += [_form(ledd) for ledd in _liste(fil, "samarbeidsformer")]
            krav += [_krav(ledd) for ledd in _liste(fil, "krav")]
    _bare_kjente_former(former, krav)
    _bare_kjente_momenter(former, krav)
    return Regelverk({form.kode: form for form in former}, tuple(krav), versjon, rettstilstand)


def _liste(fil: Oppslag, noekkel: str) -> Iterable[Oppslag]:
    verdi = fil.eventuelt(noekkel) or []
    if not isinstance(verdi, list):
        raise RegelverkFeil(f"{fil.sted}.{noekkel}: ventet en liste.")
    return [Oppslag(ledd, f"{fil.sted}.{noekkel}[{nummer}]") for nummer, ledd in enumerate(verdi, 1)]


def _bare_kjente_former(former: list[Samarbeidsform], krav: list[Krav]) -> None:
    koder = {form.kode for form in former}
    if len(koder) != len(former):
        raise RegelverkFeil("To samarbeidsformer har samme kode.")
    for ledd in krav:
        if ukjente := set(ledd.former) - koder:
            raise RegelverkFeil(f"{ledd.kode}: ukjent samarbeidsform {', '.join(sorted(ukjente))}.")


def _bare_kjente_momenter(former: list[Samarbeidsform], krav: list[Krav]) -> None:
    """An item whose change needs every council is a requirement of the same form."""
    for form in former:
        koder = {ledd.kode for ledd in krav if form.kode in ledd.former}
        if ukjente := set(form.endring.momenter) - koder:
            raise RegelverkFeil(f"{form.kode}: momentet {', '.join(sorted(ukjente))} er ikke et krav til formen.")


def _tekst(oppslag: Oppslag) -> Tekst:
    return Tekst(nb=oppslag.streng("nb"), nn=oppslag.streng("nn"))


def _hjemmel(oppslag: Oppslag) -> Hjemmel:
    return Hjemmel(oppslag.streng("lov"), oppslag.streng("paragraf"), oppslag.streng("kilde"))


def _gyldighet(oppslag: Oppslag) -> Gyldighet:
    return Gyldighet(fra=oppslag.dato_eller_ingen("fra"), til=oppslag.dato_eller_ingen("til"))


def _sikkerhet(oppslag: Oppslag) -> Sikkerhet:
    return oppslag.valg("sikkerhet", Sikkerhet, Sikkerhet.LEST)


def _avslag(oppslag: Oppslag) -> Avslag:
    return Avslag(oppslag.eventuelt_under("for_tidlig", _tekst), oppslag.eventuelt_under("for_sent", _tekst))


def _formregel(oppslag: Oppslag, svar: type[StrEnum] | None = None) -> Formregel:
    """A rule in words; `svar` names the codes it may answer with, where the program counts on them."""
    return Formregel(
        svar=oppslag.valg("svar", svar) if svar else oppslag.streng("svar"),
        tekst=oppslag.under("tekst", _tekst),
        hjemmel=oppslag.eventuelt_under("hjemmel", _hjemmel),
        sikkerhet=_sikkerhet(oppslag),
    )


def _oppsigelse(oppslag: Oppslag) -> Oppsigelse:
    return Oppsigelse(
        maaneder=oppslag.heltall_eller_ingen("maaneder"),
        kan_avtales=oppslag.ja_nei("kan_avtales"),
        hoeyst_maaneder=oppslag.heltall_eller_ingen("hoeyst_maaneder"),
        skriftlig=oppslag.ja_nei("skriftlig"),
        tekst=oppslag.under("tekst", _tekst),
        hjemmel=oppslag.eventuelt_under("hjemmel", _hjemmel),
        sikkerhet=_sikkerhet(oppslag),
    )


def _vedtaksregel(oppslag: Oppslag) -> Formregel:
    return _formregel(oppslag, Vedtaksmaate)


def _endring(oppslag: Oppslag) -> Endringsregel:
    return Endringsregel(
        momenter=oppslag.strenger("momenter"),
        i_momenter=oppslag.eventuelt_under("i_momenter", _vedtaksregel),
        ellers=oppslag.under("ellers", _vedtaksregel),
        kan_avtales=oppslag.ja_nei("kan_avtales"),
    )


def _statsmelding(oppslag: Oppslag) -> Statsmelding:
    regel = _formregel(oppslag)
    return Statsmelding(
        svar=regel.svar, tekst=regel.tekst, hjemmel=regel.hjemmel, sikkerhet=regel.sikkerhet,
        melder=oppslag.under("melder", _tekst),
        mottaker=oppslag.under("mottaker", _tekst),
        mottaker_fylker=oppslag.eventuelt_under("mottaker_fylker", _tekst),
        frist_maaneder=oppslag.heltall_eller_ingen("frist_maaneder"),
        opprettet_fra=oppslag.dato_eller_ingen("opprettet_fra"),
    )  # fmt: skip


def _omdanning(oppslag: Oppslag) -> Omdanning:
    regel = _formregel(oppslag, Omdanningsplikt)
    return Omdanning(
        svar=regel.svar, tekst=regel.tekst, hjemmel=regel.hjemmel, sikkerhet=regel.sikkerhet,
        til=oppslag.strenger("til"),
        frist=oppslag.dato_eller_ingen("frist"),
        delegering_til=oppslag.dato_eller_ingen("delegering_til"),
    )  # fmt: skip


def _temaregel(oppslag: Oppslag) -> Formregel:
    with oppslag as regel:
        return _formregel(regel, Tema)


def _form(oppslag: Oppslag) -> Samarbeidsform:
    with oppslag as form:
        kode = form.streng("kode")
        form.sted = f"{form.sted} ({kode})"
        typer = form.strenger("deltakertyper")
        return Samarbeidsform(
            kode=kode,
            navn=form.under("navn", _tekst),
            kortnavn=form.under("kortnavn", _tekst),
            beskrivelse=form.under("beskrivelse", _tekst),
            hjemmel=form.under("hjemmel", _hjemmel),
            gyldig=form.under("gyldig", _gyldighet),
            avslag=form.eventuelt_under("avslag", _avslag) or Avslag(None, None),
            omdanning=form.eventuelt_under("omdanning", _omdanning),
            deltakertyper=tuple(form.som_valg(type_, Deltakertype, "deltakertyper") for type_ in typer),
            samme_deltakertype=form.ja_nei("samme_deltakertype"),
            min_deltakere=form.heltall("min_deltakere"),
            eget_rettssubjekt=form.valg("eget_rettssubjekt", Rettssubjekt),
            oeverste_organ=form.eventuelt_under("oeverste_organ", _tekst),
            min_medlemmer_per_deltaker=form.heltall_eller_ingen("min_medlemmer_per_deltaker"),
            vararegel=form.valg("vararegel", Vararegel),
            navnekrav=form.strenger("navnekrav"),
            navnevarianter=form.strenger("navnevarianter"),
            eierinteresse=form.valg("eierinteresse", Eierinteresse),
            orgnr_kan_mangle=form.ja_nei("orgnr_kan_mangle"),
            vedtas_av=form.under("vedtas_av", _formregel),
            enkeltvedtak=form.under("enkeltvedtak", _formregel),
            ansvar=form.under("ansvar", _formregel),
            oppsigelse=form.under("oppsigelse", _oppsigelse),
            endring=form.under("endring", _endring),
            statlig_melding=form.eventuelt_under("statlig_melding", _statsmelding),
            oevrige=tuple(_temaregel(regel) for regel in _liste(form, "oevrige")),
        )


def _krav(oppslag: Oppslag) -> Krav:
    with oppslag as krav:
        kode = krav.streng("kode")
        krav.sted = f"{krav.sted} ({kode})"
        vurderes = krav.valg("vurderes", Vurderes)
        return Krav(
            kode=kode,
            former=krav.strenger("former"),
            hjemmel=krav.under("hjemmel", _hjemmel),
            gyldig=krav.under("gyldig", _gyldighet),
            vurderes=vurderes,
            proeve=_proeve(krav, vurderes),
            sikkerhet=_sikkerhet(krav),
            tittel=krav.under("tittel", _tekst),
            hjelp=krav.under("hjelp", _tekst),
            tekster=krav.under("tekster", _tekster),
        )


def _proeve(krav: Oppslag, vurderes: Vurderes) -> str | None:
    """`felt` names a field, `proeve` a computed test; the two other kinds name nothing."""
    if vurderes not in SVARERE:
        return None
    navn = krav.streng("felt" if vurderes is Vurderes.FELT else "proeve")
    if navn not in SVARERE[vurderes]:
        raise RegelverkFeil(f"{krav.sted}: «{navn}» er ikke noe kravet kan vurderes etter.")
    return navn


def _tekster(oppslag: Oppslag) -> dict[Resultat, Tekst]:
    return {oppslag.som_valg(kode, Resultat, "tekster"): oppslag.under(kode, _tekst) for kode in list(oppslag.verdier)}
