"""Reading the JSON of Enhetsregisteret: one unit, a list or page of units, or the roles of a unit.

The facts are those of the API (openapi 1.5.0): ``/enheter/{orgnr}``, ``/enheter`` and ``/enheter/{orgnr}/roller``.
A deleted unit has ``slettedato`` and little else. What we do not use is not looked at; what we use is checked.
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from kommuner.domene.lesing import Ulesbar, les_andel
from kommuner.domene.orgnr import er_gyldig_orgnr

from .enhet import Adresse, Registerdeltaker, Registerenhet, Registerutdrag
from .feil import Feilgrunn, Registerfeil

#: Participants who answer for the company: each for its share (DTPR), or all for everything (DTSO).
DELTAKERROLLER = frozenset({"DTPR", "DTSO"})
LENGSTE_TEKST = 1000
_ENHETSLENKE = re.compile(r"/enheter/([0-9]{9})(?:/roller)?/?$")
Json = Mapping[str, Any]


def les_utdrag(innhold: bytes, *, orgnr: str = "") -> Registerutdrag:
    """The units and participants of a file or an answer. ``orgnr`` is whose roles they are when the file is silent.

    Raises Registerfeil on anything that is not such an extract, and on a number that cannot exist.
    """
    utdrag = Registerutdrag({}, {})
    for ledd in _ledd(_tolk(innhold)):
        utdrag = utdrag.sammen_med(_ett(ledd, orgnr))
    if not utdrag.enheter and not utdrag.deltakere:
        raise Registerfeil(Feilgrunn.INGEN_ENHETER)
    return utdrag


def _tolk(innhold: bytes) -> object:
    try:
        verdi: object = json.loads(innhold.decode("utf-8-sig"))
    except (ValueError, RecursionError) as feil:
        raise Registerfeil(Feilgrunn.IKKE_JSON) from feil
    return verdi


def _ledd(verdi: object) -> Iterable[Json]:
    """The units and role lists of the file, whichever way they are wrapped."""
    if isinstance(verdi, Mapping) and isinstance(side := verdi.get("_embedded"), Mapping):
        return _liste(side.get("enheter") or side.get("underenheter"))
    if isinstance(verdi, Mapping) and "page" in verdi:
        return []
    return _liste(verdi if isinstance(verdi, list) else [verdi])


def _liste(verdi: object) -> list[Json]:
    if not isinstance(verdi, list) or not all(isinstance(ledd, Mapping) for ledd in verdi):
        raise Registerfeil(Feilgrunn.UKJENT_INNHOLD)
    return verdi


def _ett(ledd: Json, orgnr: str) -> Registerutdrag:
    if "rollegrupper" in ledd:
        eier = _rollenes_enhet(ledd) or orgnr
        if not eier:
            raise Registerfeil(Feilgrunn.ROLLER_UTEN_ENHET)
        return Registerutdrag({}, {eier: tuple(_deltakere(ledd))})
    if "organisasjonsnummer" not in ledd:
        raise Registerfeil(Feilgrunn.UKJENT_INNHOLD)
    enhet = _enhet(ledd)
    return Registerutdrag({enhet.orgnr: enhet}, {})


def _enhet(ledd: Json) -> Registerenhet:
    orgnr = _orgnr(ledd)
    slettet = _dato(ledd, "slettedato", orgnr)
    navn = _tekst(ledd, "navn", orgnr)
    if not navn and slettet is None:
        raise Registerfeil(Feilgrunn.MANGLER, felt="navn", orgnr=orgnr)
    form, sektor = _under(ledd, "organisasjonsform"), _under(ledd, "institusjonellSektorkode")
    return Registerenhet(
        orgnr=orgnr, navn=navn, form=_tekst(form, "kode", orgnr), formnavn=_tekst(form, "beskrivelse", orgnr),
        adresse=_adresse(ledd, orgnr), sektor=_tekst(sektor, "kode", orgnr), slettet=slettet,
        konkurs=ledd.get("konkurs") is True,
        under_avvikling=True in (ledd.get("underAvvikling"), ledd.get("underTvangsavviklingEllerTvangsopplosning")),
        overordnet=_tekst(ledd, "overordnetEnhet", orgnr),
    )  # fmt: skip


def _adresse(ledd: Json, orgnr: str) -> Adresse | None:
    """Where it is: the place of business, else where a sub-unit lies, else the postal address."""
    for felt in ("forretningsadresse", "beliggenhetsadresse", "postadresse"):
        if adresse := _under(ledd, felt):
            linjer = adresse.get("adresse") or []
            if not isinstance(linjer, list) or not all(isinstance(linje, str) for linje in linjer):
                raise Registerfeil(Feilgrunn.UGYLDIG_VERDI, felt=felt, orgnr=orgnr)
            poststed, kommune = _tekst(adresse, "poststed", orgnr), _tekst(adresse, "kommune", orgnr)
            postnummer, kommunenummer = _tekst(adresse, "postnummer", orgnr), _tekst(adresse, "kommunenummer", orgnr)
            return Adresse(tuple(linje for linje in linjer if linje), postnummer, poststed, kommunenummer, kommune)
    return None


def _deltakere(ledd: Json) -> Iterable[Registerdeltaker]:
    """Those who take part now. Persons are left out: no form that municipalities share has any."""
    for gruppe in _liste(ledd["rollegrupper"]):
        for rolle in _liste(gruppe.get("roller") or []):
            er_deltaker = _under(rolle, "type").get("kode") in DELTAKERROLLER
            har_sluttet = rolle.get("fratraadt") is True or rolle.get("avregistrert") is True
            if er_deltaker and not har_sluttet and isinstance(rolle.get("enhet"), Mapping):
                yield _deltaker(rolle, rolle["enhet"])


def _deltaker(rolle: Json, enhet: Json) -> Registerdeltaker:
    orgnr = _orgnr(enhet)
    deler = enhet.get("navn")
    navn = " ".join(str(del_) for del_ in deler) if isinstance(deler, list) else _tekst(enhet, "navn", orgnr)
    return Registerdeltaker(
        orgnr=orgnr, navn=navn, form=_tekst(_under(enhet, "organisasjonsform"), "kode", orgnr),
        andel=_andel(rolle, orgnr), er_slettet=enhet.get("erSlettet") is True,
    )  # fmt: skip


def _andel(rolle: Json, orgnr: str) -> Fraction | None:
    tekst = _tekst(rolle, "ansvarsandel", orgnr)
    if not tekst:
        return None
    try:
        return les_andel(tekst)
    except Ulesbar as feil:
        raise Registerfeil(Feilgrunn.UGYLDIG_VERDI, felt="ansvarsandel", orgnr=orgnr) from feil


def _rollenes_enhet(ledd: Json) -> str:
    """Whose roles they are: the answer says it in its links."""
    lenker = _under(ledd, "_links")
    for navn in ("enhet", "self"):
        if treff := _ENHETSLENKE.search(str(_under(lenker, navn).get("href", ""))):
            return _krev_gyldig(treff[1])
    return ""


def _orgnr(ledd: Json) -> str:
    return _krev_gyldig(str(ledd.get("organisasjonsnummer", "")))


def _krev_gyldig(orgnr: str) -> str:
    if not er_gyldig_orgnr(orgnr):
        raise Registerfeil(Feilgrunn.UGYLDIG_ORGNR, tekst=orgnr[:30])
    return orgnr


def _under(ledd: Json, felt: str) -> Json:
    verdi = ledd.get(felt)
    return verdi if isinstance(verdi, Mapping) else {}


def _tekst(ledd: Json, felt: str, orgnr: str) -> str:
    verdi = ledd.get(felt)
    if verdi is None:
        return ""
    if not isinstance(verdi, str) or len(verdi) > LENGSTE_TEKST or "\x00" in verdi:
        raise Registerfeil(Feilgrunn.UGYLDIG_VERDI, felt=felt, orgnr=orgnr)
    return " ".join(verdi.split())


def _dato(ledd: Json, felt: str, orgnr: str) -> date | None:
    tekst = _tekst(ledd, felt, orgnr)
    try:
        return date.fromisoformat(tekst[:10]) if tekst else None
    except ValueError as feil:
        raise Registerfeil(Feilgrunn.UGYLDIG_VERDI, felt=felt, orgnr=orgnr) from feil
