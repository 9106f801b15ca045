"""Who at home is to have the notice of an owner meeting: owner organs that asked for it, and the control committees."""

from dataclasses import dataclass

from avtaler.models import Deltakelse, Moete, Moetestatus
from avtaler.regler.organregler import organregel
from avtaler.uttrekk.organer.grunnlag import MED_SETE
from kommuner.models import Kommunestyring
from kommuner.querysets import gyldig
from kommuner.uttrekk import navn_paa

#: Forms whose owner meetings the control committee is told of (koml. § 23-6(1) and (4)).
MED_KONTROLLUTVALG = frozenset({"IKS", "IPR", "KO", "AS"})


@dataclass(frozen=True, kw_only=True)
class Varsling:
    """``eierorganer``: the municipality and its owner organ, for each that asked for the notices."""

    eierorganer: tuple[tuple[str, str], ...]
    kontrollutvalg: bool
    bare_heleid: bool
    """The law is about companies that municipalities own alone; the register does not say whether this one is."""


def skal_varsles(moete: Moete) -> Varsling | None:
    """None when it is not an owner meeting of an agreement, or is cancelled. Two queries. Wants organ and agreement."""
    avtale = moete.organ.avtale
    if avtale is None or moete.status == Moetestatus.AVLYST:
        return None
    if not organregel(moete.organ.type, avtale.form).er_eiermoete:
        return None
    eierorganer = _eierorganer(moete)
    kontrollutvalg = avtale.form in MED_KONTROLLUTVALG
    if not eierorganer and not kontrollutvalg:
        return None
    return Varsling(eierorganer=eierorganer, kontrollutvalg=kontrollutvalg, bare_heleid=avtale.form == "AS")


def _eierorganer(moete: Moete) -> tuple[tuple[str, str], ...]:
    """Of those who take part on the day of the meeting."""
    deltar = Deltakelse.objects.filter(gyldig(moete.dato), avtale=moete.organ.avtale_id, rolle__in=MED_SETE)
    styring = Kommunestyring.objects.filter(
        gyldig(moete.dato), part__in=deltar.order_by().values("part"), eierorgan_varsles=True
    ).exclude(eierorgan="")
    rader = styring.select_related("part").prefetch_related("part__identiteter").order_by("part__sortering", "pk")
    return tuple((navn_paa(rad.part, moete.dato), rad.eierorgan) for rad in rader)
