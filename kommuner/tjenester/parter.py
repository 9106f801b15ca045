"""Parties that are not in the reference data: private owners, companies, the state, counties of old."""

from collections.abc import Sequence
from uuid import uuid4

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kommuner.domene.avvisning import Avvist
from kommuner.domene.navn import sorteringsnoekkel
from kommuner.domene.orgnr import er_gyldig_orgnr, rens_orgnr
from kommuner.models import Part, Parttype

LENGSTE_NAVN = 200


class PartFinnes(Avvist):
    """The party is in the register already, as one of ``parter``."""

    def __init__(self, setning: str, *, felt: str, parter: Sequence[Part]) -> None:
        super().__init__(setning, felt=felt)
        self.parter = tuple(parter)


def registrer_part(*, navn: str, type: str, orgnr: str = "", likevel: bool = False) -> Part:
    """Enter a party by name, type (``Parttype``, but no municipality) and organisation number, which may be missing.

    Raises PartFinnes when the number is somebody's already, or the name is, unless a person has looked at them and
    says it is another (``likevel``). Raises Avvist on an empty name, an impossible number and a municipality: those
    come with the reference data, with their numbers through the reforms.
    """
    navn, orgnr = " ".join(navn.split()), rens_orgnr(orgnr)
    _krev_lovlig(navn, type, orgnr)
    _krev_ny(navn, orgnr, likevel)
    noekkel = f"enhet:{orgnr}" if orgnr else f"egen:{uuid4().hex}"[:40]
    try:
        with transaction.atomic():
            return Part.objects.create(noekkel=noekkel, type=type, navn=navn, orgnr=orgnr)
    except IntegrityError:
        # Somebody entered the same number in the same moment.
        _krev_ny(navn, orgnr, likevel)
        raise


def like_parter(*, navn: str = "", orgnr: str = "") -> list[Part]:
    """The parties with this number, or else with this name, whatever its case. One query for each."""
    if orgnr and (treff := list(Part.objects.filter(orgnr=rens_orgnr(orgnr)))):
        return treff
    return list(Part.objects.filter(sortering=sorteringsnoekkel(" ".join(navn.split())))) if navn.strip() else []


def _krev_lovlig(navn: str, type: str, orgnr: str) -> None:
    if not navn:
        raise Avvist(_("Skriv navnet på parten."), felt="navn")
    if len(navn) > LENGSTE_NAVN:
        raise Avvist(_("Navnet er for langt. Skriv høyst %(antall)s tegn.") % {"antall": LENGSTE_NAVN}, felt="navn")
    if type == Parttype.KOMMUNE or type not in Parttype.values:
        raise Avvist(_("Kommunene er i registeret fra før. Søk på navnet eller kommunenummeret."), felt="type")
    if orgnr and not er_gyldig_orgnr(orgnr):
        setning = _("«%(tekst)s» er ikke et organisasjonsnummer. Kontroller de ni sifrene.")
        raise Avvist(setning % {"tekst": orgnr}, felt="orgnr")


def _krev_ny(navn: str, orgnr: str, likevel: bool) -> None:
    like = like_parter(navn=navn, orgnr=orgnr)
    if orgnr and any(part.orgnr == orgnr for part in like):
        setning = _("Organisasjonsnummeret %(orgnr)s er registrert på %(navn)s.")
        raise PartFinnes(setning % {"orgnr": orgnr, "navn": like[0].navn}, felt="orgnr", parter=like)
    if like and not likevel:
        raise PartFinnes(_("%(navn)s er i registeret fra før.") % {"navn": like[0].navn}, felt="navn", parter=like)
