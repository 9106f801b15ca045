"""What the law says about those who leave and those who stay, form by form."""

from collections.abc import Mapping
from dataclasses import dataclass

from avtaler.domene.hjemmel import Hjemmel, Sikkerhet
from avtaler.domene.oppslag import Oppslag
from avtaler.domene.regelverk import RegelverkFeil
from avtaler.domene.tekst import Tekst


@dataclass(frozen=True)
class Rettsregel:
    """One statement of law in both written standards; without ``hjemmel`` no provision says it."""

    tekst: Tekst
    hjemmel: Hjemmel | None
    sikkerhet: Sikkerhet


@dataclass(frozen=True, kw_only=True)
class Uttredensregel:
    """What follows from leaving a cooperation of one form. None: the law says nothing."""

    ansvar: Rettsregel | None = None
    for_faa: Rettsregel | None = None
    utbetaling: Rettsregel | None = None


#: For a form the law says nothing of.
INGEN = Uttredensregel()


def tolk_uttredensregler(innhold: object, sted: str) -> Mapping[str, Uttredensregel]:
    """The rules of ``regler/uttreden.yaml`` by form. Raises RegelverkFeil."""
    with Oppslag(innhold, sted) as fil:
        rader = fil.hent("regler")
    if not isinstance(rader, list):
        raise RegelverkFeil(f"{sted}.regler: ventet en liste.")
    regler = [_regel(rad, f"{sted}.regler[{nummer}]") for nummer, rad in enumerate(rader, 1)]
    return {form: regel for former, regel in regler for form in former}


def _regel(rad: object, sted: str) -> tuple[tuple[str, ...], Uttredensregel]:
    with Oppslag(rad, sted) as oppslag:
        return oppslag.strenger("former"), Uttredensregel(
            ansvar=oppslag.eventuelt_under("ansvar", tolk_rettsregel),
            for_faa=oppslag.eventuelt_under("for_faa", tolk_rettsregel),
            utbetaling=oppslag.eventuelt_under("utbetaling", tolk_rettsregel),
        )


def tolk_rettsregel(oppslag: Oppslag) -> Rettsregel:
    """A statement of law: ``tekst`` (nb, nn), ``hjemmel`` (which may be null) and, when unsure, ``sikkerhet``."""
    return Rettsregel(
        tekst=oppslag.under("tekst", tolk_tekst),
        hjemmel=oppslag.eventuelt_under("hjemmel", tolk_hjemmel),
        sikkerhet=oppslag.valg("sikkerhet", Sikkerhet, Sikkerhet.LEST),
    )


def tolk_tekst(oppslag: Oppslag) -> Tekst:
    """A text in both written standards."""
    return Tekst(nb=oppslag.streng("nb"), nn=oppslag.streng("nn"))


def tolk_hjemmel(oppslag: Oppslag) -> Hjemmel:
    """A paragraph with its link."""
    return Hjemmel(oppslag.streng("lov"), oppslag.streng("paragraf"), oppslag.streng("kilde"))
