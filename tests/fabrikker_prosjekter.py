"""Projects for tests: one under an agreement, and one of everything that hangs on it."""

from collections.abc import Iterable
from datetime import date

from avtaler.models import Avtale, Prosjekt, Stegvedtak
from avtaler.regler.modenhet import modenhetskoder
from avtaler.tjenester.prosjekter.deltakelse import bli_med
from avtaler.tjenester.prosjekter.modenhet import svar_modenhet
from avtaler.tjenester.prosjekter.prosjekt import registrer_prosjekt
from avtaler.tjenester.prosjekter.steg import begynn_steg, fullfoer_steg
from kommuner.models import Part, Region

START = date(2020, 1, 1)


def lag_prosjekt(
    avtale: Avtale | None = None,
    navn: str = "Felles legevakt",
    *,
    region: Region | None = None,
    deltakere: Iterable[Part] = (),
    fra: date = START,
    **felt: object,
) -> Prosjekt:
    """A project under the agreement (or of the region), with ``deltakere`` in it from 2020."""
    felt = {"klasse": "drift", **felt}
    prosjekt = registrer_prosjekt(avtale.region if avtale else region, felt={"avtale": avtale, "navn": navn, **felt})
    if parter := list(deltakere):
        bli_med(prosjekt.pk, parter=parter, fra=fra)
    return prosjekt


def gjoer_moden(prosjekt: Prosjekt, **svar: str) -> None:
    """Every question answered «ja», but those that ``svar`` answers."""
    svar_modenhet(prosjekt.pk, {kode: (svar.get(kode, "ja"), "") for kode in modenhetskoder()})


def til_kommunestyrene(prosjekt: Prosjekt, *, dato: date = START) -> list[Stegvedtak]:
    """Through the forprosjekt and to step 2: the councils that are asked."""
    gjoer_moden(prosjekt)
    begynn_steg(prosjekt.pk, 1, begynt=dato)
    fullfoer_steg(prosjekt.pk, 1, ferdig=dato, godkjent_av="Styringsgruppa")
    return list(begynn_steg(prosjekt.pk, 2, begynt=dato).vedtak.order_by("part"))


def ett_av_hvert(avtale: Avtale) -> dict[str, object]:
    """What the addresses of projects take: a project before its councils."""
    med = avtale.deltakelser.filter(part__type="kommune").order_by("fra", "pk").first()
    prosjekt = lag_prosjekt(avtale, f"Prosjekt i {avtale.navn}", deltakere=[med.part], fra=med.fra)
    vedtak = til_kommunestyrene(prosjekt, dato=med.fra)
    return {
        "prosjekt_id": prosjekt.pk, "stegnummer": 2, "handling": "fullfoer", "stegvedtak_id": vedtak[0].pk,
        "prosjektdeltakelse_id": prosjekt.deltakelser.get().pk,
    }  # fmt: skip
