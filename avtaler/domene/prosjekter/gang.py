"""The six steps of a project (9-K 2003): what may begin when, who is missing, and who has said no.

1 forprosjekt (approved by the styringsgruppe) · 2 the councils · 3 hovedutredning, if any · 4 the councils ·
5 iverksetting, if any · 6 closed as a project. A project is never in two steps at once. The steps come in order; 3 and
5 may be declined, and where there is no hovedutredning there is nothing for the councils of step 4 to treat, so it may
be passed by. A council that says no leaves the project on the day of its meeting; the others go on.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

FORPROSJEKT, FOERSTE_BEHANDLING, HOVEDUTREDNING, ANDRE_BEHANDLING, IVERKSETTING, AVSLUTNING = range(1, 7)
STEGENE = tuple(range(1, 7))
#: Steps where each participating council answers.
RAADSSTEG = frozenset({FOERSTE_BEHANDLING, ANDRE_BEHANDLING})
#: Steps that may be declined («ev.» in the source).
VALGFRIE = frozenset({HOVEDUTREDNING, IVERKSETTING})
#: The answers with which a council stays in, and all that are answers.
BLIR = frozenset({"blir_med", "med_merknad"})
NEI = "ikke_med"
BEHANDLET = BLIR | {NEI}


class Stegstatus(StrEnum):
    """Where one step is."""

    VENTER = "venter"
    PAAGAAR = "paagaar"
    FERDIG = "ferdig"
    FRAFALT = "frafalt"


#: Nothing more happens in a step that is one of these.
BAK_OSS = frozenset({Stegstatus.FERDIG, Stegstatus.FRAFALT})


class Hinder(StrEnum):
    """Why an act cannot be done now."""

    AVSLUTTET = "avsluttet"
    STANSET = "stanset"
    ET_STEG_PAAGAAR = "et_steg_paagaar"
    ET_STEG_STAAR_IGJEN = "et_steg_staar_igjen"
    ER_BEGYNT = "er_begynt"
    ER_IKKE_BEGYNT = "er_ikke_begynt"
    ER_BAK_OSS = "er_bak_oss"
    KAN_IKKE_FRAFALLE = "kan_ikke_frafalle"
    ET_SENERE_STEG_ER_BEGYNT = "et_senere_steg_er_begynt"
    INGEN_DELTAKERE = "ingen_deltakere"
    MODENHET_UBESVART = "modenhet_ubesvart"
    MODENHET_UBEKREFTET = "modenhet_ubekreftet"
    RAAD_MANGLER = "raad_mangler"
    RAAD_HAR_SVART = "raad_har_svart"
    INGEN_SOM_GODKJENTE = "ingen_som_godkjente"
    FOER_FORRIGE = "foer_forrige"
    UTEN_VEI_VIDERE = "uten_vei_videre"
    ORDNINGEN_ER_I_BRUK = "ordningen_er_i_bruk"


@dataclass(frozen=True, kw_only=True)
class Steg:
    """One step. ``begynt`` and ``ferdig`` are the days it began, and was finished or declined; None when not known."""

    nummer: int
    status: Stegstatus = Stegstatus.VENTER
    begynt: date | None = None
    ferdig: date | None = None

    def paa(self, dato: date) -> "Steg":
        """As it was on ``dato``. A day that is not known is read as long ago."""
        if self.begynt is not None and self.begynt > dato:
            return Steg(nummer=self.nummer)
        if self.status in BAK_OSS and self.ferdig is not None and self.ferdig > dato:
            var_i_gang = self.status is Stegstatus.FERDIG or self.begynt is not None
            return Steg(
                nummer=self.nummer, status=Stegstatus.PAAGAAR if var_i_gang else Stegstatus.VENTER, begynt=self.begynt
            )
        return self


@dataclass(frozen=True, kw_only=True)
class Raad:
    """The answer of one council in step 2 or 4."""

    part: int
    svar: str = "ikke_behandlet"
    dato: date | None = None

    def paa(self, dato: date) -> "Raad":
        """As it was on ``dato``: a meeting still to come has decided nothing."""
        return Raad(part=self.part) if self.dato is not None and self.dato > dato else self


@dataclass(frozen=True, kw_only=True)
class Raadsstilling:
    """How the councils of a step stand, each by its party's key."""

    blir: tuple[int, ...]
    mangler: tuple[int, ...]
    nei: tuple[int, ...]

    @property
    def antall(self) -> int:
        return len(self.blir) + len(self.mangler) + len(self.nei)

    @property
    def behandlet(self) -> int:
        return len(self.blir) + len(self.nei)


@dataclass(frozen=True, kw_only=True)
class Modenhet:
    """The maturity check as the steps ask for it: questions without an answer, and those answered «nei»."""

    ubesvart: int = 0
    nei: int = 0


@dataclass(frozen=True, kw_only=True)
class Gang:
    """All that decides what may happen now. ``raad`` are the answers asked for in steps 2 and 4."""

    steg: tuple[Steg, ...]
    raad: Mapping[int, tuple[Raad, ...]]
    raad_som_deltar: tuple[int, ...] = ()
    modenhet: Modenhet = Modenhet()
    er_avsluttet: bool = False
    er_stanset: bool = False
    har_ordning: bool = False
    """Whether the arrangement it led to is there, and no draft."""

    def nummer(self, nummer: int) -> Steg:
        return self.steg[nummer - 1]

    @property
    def naa(self) -> Steg | None:
        """The step that goes on, if one does."""
        return next((steg for steg in self.steg if steg.status is Stegstatus.PAAGAAR), None)

    @property
    def sist(self) -> Steg | None:
        """The last step that has begun, or was declined."""
        return next((steg for steg in reversed(self.steg) if steg.status is not Stegstatus.VENTER), None)

    def er_uaktuelt(self, nummer: int) -> bool:
        """Whether the second treatment has nothing to treat: the hovedutredning was declined, and it never began."""
        return (
            nummer == ANDRE_BEHANDLING
            and self.nummer(ANDRE_BEHANDLING).status is Stegstatus.VENTER
            and self.nummer(HOVEDUTREDNING).status is Stegstatus.FRAFALT
        )


def ny_gang() -> tuple[Steg, ...]:
    """The six steps of a project that has not begun."""
    return tuple(Steg(nummer=nummer) for nummer in STEGENE)


def stilling(raad: Iterable[Raad]) -> Raadsstilling:
    """Who stays in, who has not answered, and who said no."""
    alle = tuple(raad)
    return Raadsstilling(
        blir=tuple(ett.part for ett in alle if ett.svar in BLIR),
        mangler=tuple(ett.part for ett in alle if ett.svar not in BEHANDLET),
        nei=tuple(ett.part for ett in alle if ett.svar == NEI),
    )


def hinder_for_aa_begynne(gang: Gang, nummer: int, *, bekreftet: bool = True) -> tuple[Hinder, ...]:
    """Why the step cannot begin; empty when it can. ``bekreftet``: each «nei» of the maturity check is acknowledged."""
    return tuple(_hinder_for_aa_begynne(gang, nummer, bekreftet=bekreftet))


def _hinder_for_aa_begynne(gang: Gang, nummer: int, *, bekreftet: bool) -> Iterable[Hinder]:
    yield from _lukket(gang)
    steg = gang.nummer(nummer)
    if steg.status in BAK_OSS:
        yield Hinder.ER_BAK_OSS
    elif steg.status is Stegstatus.PAAGAAR:
        yield Hinder.ER_BEGYNT
    yield from _ikke_i_tur(gang, nummer)
    if nummer in RAADSSTEG and not gang.raad_som_deltar:
        yield Hinder.INGEN_DELTAKERE
    if nummer == FOERSTE_BEHANDLING and gang.modenhet.ubesvart:
        yield Hinder.MODENHET_UBESVART
    if nummer == FOERSTE_BEHANDLING and gang.modenhet.nei and not bekreftet:
        yield Hinder.MODENHET_UBEKREFTET


def hinder_for_aa_fullfoere(gang: Gang, nummer: int, *, godkjent_av: str = "") -> tuple[Hinder, ...]:
    """Why the step cannot be finished. Every council has answered; somebody has approved the forprosjekt."""
    hinder = [*_lukket(gang)]
    if gang.nummer(nummer).status is not Stegstatus.PAAGAAR:
        hinder.append(Hinder.ER_IKKE_BEGYNT)
    if nummer in RAADSSTEG and stilling(gang.raad.get(nummer, ())).mangler:
        hinder.append(Hinder.RAAD_MANGLER)
    if nummer == FORPROSJEKT and not godkjent_av.strip():
        hinder.append(Hinder.INGEN_SOM_GODKJENTE)
    return tuple(hinder)


def hinder_for_aa_frafalle(gang: Gang, nummer: int) -> tuple[Hinder, ...]:
    """Why the step cannot be declined. One that goes on may be given up as well."""
    hinder = [*_lukket(gang)]
    if nummer not in VALGFRIE:
        hinder.append(Hinder.KAN_IKKE_FRAFALLE)
    steg = gang.nummer(nummer)
    if steg.status in BAK_OSS:
        hinder.append(Hinder.ER_BAK_OSS)
    if steg.status is Stegstatus.VENTER:
        hinder.extend(_ikke_i_tur(gang, nummer))
    return tuple(hinder)


def hinder_for_aa_angre(gang: Gang, nummer: int) -> tuple[Hinder, ...]:
    """Why what was last done with the step cannot be taken back: only the last step of all can.

    A treatment that goes on is not taken back once a council has met: its answer is the council's, not ours to forget.
    Nor is the end, when what came after is there.
    """
    hinder = [*_lukket(gang)]
    if nummer == AVSLUTNING:
        hinder = [Hinder.ORDNINGEN_ER_I_BRUK] if gang.har_ordning else []
    if gang.nummer(nummer).status is Stegstatus.VENTER:
        hinder.append(Hinder.ER_IKKE_BEGYNT)
    if any(steg.status is not Stegstatus.VENTER for steg in gang.steg[nummer:]):
        hinder.append(Hinder.ET_SENERE_STEG_ER_BEGYNT)
    har_svart = any(raad.dato is not None for raad in gang.raad.get(nummer, ()))
    if gang.nummer(nummer).status is Stegstatus.PAAGAAR and har_svart:
        hinder.append(Hinder.RAAD_HAR_SVART)
    return tuple(hinder)


def hinder_for_aa_avslutte(gang: Gang, *, har_etterfoelger: bool, viderefoert: str, grunn: str) -> tuple[Hinder, ...]:
    """Why the project cannot be closed: step 6 is in turn, and says what comes after, or why nothing does."""
    hinder = [*_lukket(gang), *_ikke_i_tur(gang, AVSLUTNING)]
    if not (har_etterfoelger or viderefoert.strip() or grunn.strip()):
        hinder.append(Hinder.UTEN_VEI_VIDERE)
    return tuple(hinder)


def er_foer_forrige(gang: Gang, nummer: int, dato: date) -> bool:
    """Whether ``dato`` lies before something that has happened in the project: in this step or one before it."""
    dager = [dag for steg in gang.steg[:nummer] for dag in (steg.begynt, steg.ferdig) if dag is not None]
    return any(dato < dag for dag in dager)


def begynt(gang: Gang, nummer: int, dato: date) -> Gang:
    """The project with the step going on, and its councils asked. The caller has seen that nothing is in the way."""
    raad = dict(gang.raad)
    if nummer in RAADSSTEG:
        raad[nummer] = tuple(Raad(part=part) for part in gang.raad_som_deltar)
    ny = replace(gang.nummer(nummer), status=Stegstatus.PAAGAAR, begynt=dato, ferdig=None)
    return replace(_med(gang, ny), raad=raad)


def fullfoert(gang: Gang, nummer: int, dato: date) -> Gang:
    """The project with the step finished."""
    return _med(gang, replace(gang.nummer(nummer), status=Stegstatus.FERDIG, ferdig=dato))


def frafalt(gang: Gang, nummer: int, dato: date) -> Gang:
    """The project with the step declined."""
    return _med(gang, replace(gang.nummer(nummer), status=Stegstatus.FRAFALT, ferdig=dato))


def angret(gang: Gang, nummer: int) -> Gang:
    """The project as it was before the last thing done with the step: a finished one goes on again, others wait."""
    steg = gang.nummer(nummer)
    er_i_gang_igjen = steg.status in BAK_OSS and steg.begynt is not None
    if er_i_gang_igjen:
        return _med(gang, replace(steg, status=Stegstatus.PAAGAAR, ferdig=None))
    raad = {ett: svar for ett, svar in gang.raad.items() if ett != nummer}
    return replace(_med(gang, Steg(nummer=nummer)), raad=raad)


def svart(gang: Gang, nummer: int, svar: Raad) -> Gang:
    """The project with one council's answer. One that says no takes part no more; one that comes back does again."""
    raad = tuple(svar if ett.part == svar.part else ett for ett in gang.raad[nummer])
    med = [part for part in gang.raad_som_deltar if part != svar.part]
    if svar.svar != NEI:
        med.append(svar.part)
    return replace(gang, raad={**gang.raad, nummer: raad}, raad_som_deltar=tuple(sorted(med)))


def kan_begynne(gang: Gang) -> tuple[int, ...]:
    """The steps that are in turn: one, or two where the second treatment may be passed by."""
    return tuple(
        nummer
        for nummer in STEGENE
        if gang.nummer(nummer).status is Stegstatus.VENTER and not [*_ikke_i_tur(gang, nummer)]
    )


def _ikke_i_tur(gang: Gang, nummer: int) -> Iterable[Hinder]:
    if any(steg.status is Stegstatus.PAAGAAR for steg in gang.steg if steg.nummer != nummer):
        yield Hinder.ET_STEG_PAAGAAR
    elif any(steg.status not in BAK_OSS and not gang.er_uaktuelt(steg.nummer) for steg in gang.steg[: nummer - 1]):
        yield Hinder.ET_STEG_STAAR_IGJEN
    elif any(steg.status is not Stegstatus.VENTER for steg in gang.steg[nummer:]):
        yield Hinder.ET_SENERE_STEG_ER_BEGYNT


def _lukket(gang: Gang) -> Iterable[Hinder]:
    if gang.er_avsluttet:
        yield Hinder.AVSLUTTET
    if gang.er_stanset:
        yield Hinder.STANSET


def _med(gang: Gang, nytt: Steg) -> Gang:
    return replace(gang, steg=tuple(nytt if steg.nummer == nytt.nummer else steg for steg in gang.steg))
