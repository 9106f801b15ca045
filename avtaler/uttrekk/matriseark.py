"""The matrix to take away: one sheet of tasks × municipalities, and one of the arrangements with their cover."""

from django.utils.translation import gettext as _

from kommuner.filer.ark import Ark, Celle, Kolonne, Slag

from .matrise import Matriseside, Oppgaverad


def matriseark(side: Matriseside) -> list[Ark]:
    """Both sheets. A cell holds the names of the arrangements; empty is a white spot."""
    return [oppgaveark(side), dekningsark(side)]


def oppgaveark(side: Matriseside) -> Ark:
    """Tasks down, municipalities across, with the sums of both."""
    kolonner = [Kolonne(_("Oppgave")), Kolonne(_("KOSTRA-funksjon"))]
    kolonner += [Kolonne(kolonne.navn, bredde=24) for kolonne in side.kolonner]
    kolonner.append(Kolonne(_("Antall kommuner"), Slag.HELTALL))
    rader = [_rad(rad) for rad in side.rader]
    sum_: list[Celle] = [_("Antall oppgaver"), "", *(kolonne.antall for kolonne in side.kolonner), side.antall_dekket]
    return Ark(_("Oppgaver og kommuner"), kolonner, [*rader, sum_], faste_kolonner=1)


def dekningsark(side: Matriseside) -> Ark:
    """One row for each arrangement: how much of the region it covers, and who is missing."""
    kolonner = [
        Kolonne(_("Ordning")), Kolonne(_("Form")), Kolonne(_("Klasse")),
        Kolonne(_("Medlemmer som er med"), Slag.HELTALL), Kolonne(_("Medlemmer i regionen"), Slag.HELTALL),
        Kolonne(_("Dekningsgrad"), Slag.PROSENT), Kolonne(_("Deltakere utenfor regionen"), Slag.HELTALL),
        Kolonne(_("Andel deltakere fra regionen"), Slag.PROSENT), Kolonne(_("Ikke med"), bredde=40),
    ]  # fmt: skip
    rader = [
        [rad.navn, rad.form_kort, rad.klasse_navn, len(rad.dekning.med), len(side.kolonner), rad.dekning.dekningsgrad,
         rad.dekning.utenfor, rad.dekning.andel_innenfor, ", ".join(rad.mangler)]
        for rad in side.ordninger
    ]  # fmt: skip
    return Ark(_("Dekningsgrad"), kolonner, rader, faste_kolonner=1)


def _rad(rad: Oppgaverad) -> list[Celle]:
    navn = ["; ".join(ordning.navn for ordning in celle.ordninger) for celle in rad.celler]
    return [rad.navn, rad.funksjon, *navn, rad.antall]
