"""What the report says beyond the overview itself: what is fulfilled, what is missing, and what belongs together."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapport.domene import sak
from rapport.domene.bilde import sha256, til_json
from rapport.domene.diagram import BREDDE, Diagram, sammenlikning, vi_og_andre
from rapport.domene.innhold import Avtaleark, Betaling, Deltakersum, Gruppe, Kommuneoversikt, Sak

#: A longer table is split by form, so that each part can stand whole on a page.
LENGSTE_TABELL = 24
FLEST_I_DIAGRAM = 6
FLEST_PAA_FORSIDEN = 3


@dataclass(frozen=True, kw_only=True)
class Formgruppe:
    """The agreements of one legal form, and what the municipality pays for them together."""

    gruppe: Gruppe

    @property
    def navn(self) -> str:
        return self.gruppe.navn

    @property
    def avtaler(self) -> tuple[Avtaleark, ...]:
        return self.gruppe.avtaler

    @property
    def hjemmel(self) -> str:
        return self.avtaler[0].form_hjemmel

    @property
    def eierinteresse(self) -> bool:
        return any(ark.eierinteresse for ark in self.avtaler)

    @property
    def har_betaling(self) -> bool:
        """Whether anything is known of what they cost; if not, the sum is unknown and not nothing."""
        return any(ark.betaling for ark in self.avtaler)

    @property
    def sum_oere(self) -> int:
        return sum(ark.betaling.beloep_oere for ark in self.avtaler if ark.betaling)


@dataclass(frozen=True, kw_only=True)
class Betalingsdel:
    """One agreement the municipality pays for: how the amount came to be, and the comparison."""

    ark: Avtaleark
    betaling: Betaling
    diagram: Diagram | None

    @property
    def merke(self) -> str:
        """What the part and its chart are called in the document."""
        return f"betaling-{self.ark.id}"

    @property
    def sum_oere(self) -> int:
        return sum(deltaker.beloep_oere for deltaker in self.betaling.deltakere)

    @property
    def deltakere(self) -> list[Deltakersum]:
        """Dearest per inhabitant first, like the bars of the chart."""
        return sorted(
            self.betaling.deltakere, key=lambda d: -1 if (p := d.oere_per_innbygger) is None else p, reverse=True
        )


@dataclass(frozen=True, kw_only=True)
class Tabelldel:
    """A part of the table of payments; `navn` is empty where the table is whole."""

    navn: str
    avtaler: Sequence[Avtaleark]

    @property
    def sum_oere(self) -> int:
        return sum(ark.betaling.beloep_oere for ark in self.avtaler if ark.betaling)


@dataclass(frozen=True, kw_only=True)
class Faktaark:
    """The sheet of one agreement. Columns that would be empty for everyone are left out."""

    ark: Avtaleark

    @property
    def viser_eierandel(self) -> bool:
        return any(deltaker.eierandel is not None for deltaker in self.ark.deltakere)

    @property
    def har_kontorkommune(self) -> bool:
        """The municipality behind the cooperation is called its kontorkommune, not its host."""
        return any(deltaker.rolle == "kontorkommune" for deltaker in self.ark.deltakere)

    @property
    def viser_medlemmer(self) -> bool:
        return any(deltaker.medlemmer is not None for deltaker in self.ark.deltakere)


@dataclass(frozen=True)
class Melding:
    """The ownership report of one municipality, in the language that is active when it is read."""

    oversikt: Kommuneoversikt
    diagrambredde: int = BREDDE

    @property
    def maalform(self) -> str:
        return self.oversikt.maalform

    @property
    def kommunenavn(self) -> str:
        return sak.fullt_navn(self.oversikt.kommune.navn)

    @property
    def tittel(self) -> str:
        """«Eierskapsmelding 2026 – Sogndal kommune», as the case is registered."""
        return sak.tittel(self.oversikt.kommune.navn, dato=self.oversikt.dato, maalform=self.maalform)

    @property
    def tittel_ledd(self) -> str:
        """The first part of the title: «Eierskapsmelding 2026»."""
        return self.tittel.removesuffix(self.kommunenavn).rstrip(" –")

    @cached_property
    def sha256(self) -> str:
        """The hash of the picture that this report is printed from."""
        return sha256(til_json(self.oversikt))

    @cached_property
    def former(self) -> list[Formgruppe]:
        return [Formgruppe(gruppe=gruppe) for gruppe in self.oversikt.etter_form]

    @property
    def opplysninger(self) -> tuple[Avtaleark, ...]:
        """Agreements without ownership interest, told for information."""
        return tuple(ark for ark in self.oversikt.avtaler if not ark.eierinteresse)

    @property
    def uten_formaal(self) -> tuple[Avtaleark, ...]:
        """Interests where the municipality has not said its purpose (koml. § 26-1 c)."""
        return tuple(ark for ark in self.oversikt.med_eierinteresse if not ark.kommunens_formaal)

    @property
    def oppfyller_loven(self) -> bool:
        """All three letters of koml. § 26-1 are there."""
        return self.oversikt.prinsipper is not None and not self.uten_formaal

    @property
    def faktaark(self) -> list[Faktaark]:
        return [Faktaark(ark=ark) for ark in self.oversikt.avtaler]

    @property
    def uten_fordeling(self) -> tuple[Avtaleark, ...]:
        """Agreements without an adopted split: nothing is known of what they cost."""
        return tuple(ark for ark in self.oversikt.avtaler if not ark.betaling)

    @property
    def betalingstabeller(self) -> list[Tabelldel]:
        """The table of payments whole, or by form when it is too long for a page."""
        betalinger = self.oversikt.betalinger
        if len(betalinger) <= LENGSTE_TABELL:
            return [Tabelldel(navn="", avtaler=betalinger)]
        former = ((form, [ark for ark in betalinger if ark.form == form.gruppe.kode]) for form in self.former)
        return [Tabelldel(navn=form.navn, avtaler=avtaler) for form, avtaler in former if avtaler]

    @cached_property
    def diagram(self) -> Diagram | None:
        """We and the others, per agreement, dearest first."""
        return vi_og_andre(
            self.oversikt.betalinger,
            kommune=self.oversikt.kommune.navn,
            maalform=self.maalform,
            merke="vi-og-andre",
            bredde=self.diagrambredde,
            flest=FLEST_I_DIAGRAM,
        )

    @property
    def flest_i_diagram(self) -> int:
        return FLEST_I_DIAGRAM

    @property
    def diagrammet_viser_noen(self) -> bool:
        """Whether there are more agreements to compare than the chart has room for."""
        alle = (ark.betaling for ark in self.oversikt.betalinger if ark.betaling)
        kjente = [b for b in alle if None not in (b.oere_per_innbygger, b.andres_oere_per_innbygger)]
        return len(kjente) > FLEST_I_DIAGRAM

    @cached_property
    def betalinger(self) -> list[Betalingsdel]:
        """How each amount came to be, dearest first."""
        return [
            Betalingsdel(ark=ark, betaling=ark.betaling, diagram=self._sammenlikning(ark, ark.betaling))
            for ark in self.oversikt.betalinger
            if ark.betaling
        ]

    def _sammenlikning(self, ark: Avtaleark, betaling: Betaling) -> Diagram | None:
        """None where there is nothing to compare: alone, or nothing to pay."""
        if not betaling.andres_oere_per_innbygger or not betaling.oere_per_innbygger:
            return None
        return sammenlikning(
            betaling,
            avtale=ark.navn,
            maalform=self.maalform,
            merke=f"betaling-{ark.id}",
            bredde=self.diagrambredde,
        )

    @property
    def diagrammer(self) -> dict[str, Diagram]:
        """Every chart of the report, by the name it is fetched by."""
        par = {"vi-og-andre": self.diagram} if self.diagram else {}
        return par | {del_.merke: del_.diagram for del_ in self.betalinger if del_.diagram}

    @property
    def uten_representant(self) -> tuple[Avtaleark, ...]:
        """Interests where nobody is registered as sitting for the municipality."""
        return tuple(ark for ark in self.oversikt.med_eierinteresse if not ark.representanter)

    @property
    def saker_paa_forsiden(self) -> tuple[Sak, ...]:
        return self.oversikt.saker_som_venter[:FLEST_PAA_FORSIDEN]

    @property
    def flere_saker(self) -> int:
        """How many rounds there was no room for on the cover."""
        return len(self.oversikt.saker_som_venter) - len(self.saker_paa_forsiden)
