"""What the states and the sums of a round are called, by the kind of case."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from avtaler.domene.runde import VENTER, Frist, Stadium
from avtaler.domene.rundeslag import Samsvarskrav
from avtaler.domene.samsvar import Avvikspunkt, Samsvar
from avtaler.models import Vedtaksstatus


def vedtaksstatusnavn(status: str, *, krav: Samsvarskrav = Samsvarskrav.LIKELYDENDE, er_sendt: bool = False) -> str:
    """The state of one council as a person says it."""
    if status == VENTER:
        return _("ikke behandlet ennå")
    if status == Vedtaksstatus.IKKE_SENDT and er_sendt:
        return _("sendt")
    return _egne_navn(krav).get(status) or str(Vedtaksstatus(status).label)


def statusvalg(krav: Samsvarskrav, *, er_sendt: bool) -> list[tuple[str, str]]:
    """The states a council can have, in order, as choices of a form."""
    return [(kode, vedtaksstatusnavn(kode, krav=krav, er_sendt=er_sendt)) for kode in Vedtaksstatus.values]


def _egne_navn(krav: Samsvarskrav) -> Mapping[str, str]:
    if krav is Samsvarskrav.BEHANDLING:
        return {
            "likelydende": _("behandlet uten merknader"), "avvik": _("behandlet med merknader"),
            "avvist": _("gikk imot"),
        }  # fmt: skip
    if krav is Samsvarskrav.EGET_VEDTAK:
        return {"likelydende": _("vedtatt saken"), "avvik": _("vedtatt med endringer")}
    return {}


def stadiumnavn(stadium: Stadium) -> str:
    """How far the round has come, in a word or two."""
    return {
        Stadium.DEBATT: _("åpen for innspill"), Stadium.I_RAADENE: _("hos rådene"),
        Stadium.FORSINKET: _("over fristen"), Stadium.ULIKT: _("ikke likelydende"), Stadium.ERSTATTET: _("erstattet"),
        Stadium.FERDIG: _("ferdig"),
    }[stadium]  # fmt: skip


def fristnavn(frist: Frist) -> str:
    """What happens on the next date."""
    return {
        Frist.INNSPILL: _("innspillsfrist"), Frist.VINDU_AAPNER: _("vinduet åpner"), Frist.MOETE: _("møte"),
        Frist.VINDU_LUKKES: _("vinduet lukkes"), Frist.GJELDER: _("gjelder fra"),
    }[frist]  # fmt: skip


def samsvarssetning(samsvar: Samsvar, *, avvist: Iterable[str], navn: Mapping[str, str]) -> str:
    """«ikke likelydende: 3 av 4 – avvik: vertskommune (Tolga)»; empty while nobody says anything else."""
    avvist = list(avvist)
    if not samsvar.har_avvik and not avvist:
        return ""
    deler = [_("ikke likelydende: %(like)s av %(antall)s") % {"like": samsvar.felles_antall, "antall": samsvar.antall}]
    if samsvar.har_avvik:
        deler.append(_("avvik: %(punkter)s") % {"punkter": ", ".join(_avvik(en, navn) for en in samsvar.avvik)})
    if avvist:
        deler.append(_("avvist: %(hvem)s") % {"hvem": ", ".join(avvist)})
    return " – ".join(deler)


def punktnavn(avvik: Avvikspunkt) -> str:
    """The point, or the words besides the points."""
    return avvik.punkt.navn if avvik.punkt else _("ordlyden")


def _avvik(avvik: Avvikspunkt, navn: Mapping[str, str]) -> str:
    return f"{punktnavn(avvik)} ({', '.join(navn[en] for en in avvik.hvem)})"
