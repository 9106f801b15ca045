"""What an organ says of its meetings: whether it is there on the day, and whether the law opens its doors."""

from datetime import date

from avtaler.models import Organ
from avtaler.regler.organregler import organregel


def organet_finnes(organ: Organ, dag: date) -> bool:
    """Whether the organ has come and has not gone on ``dag``."""
    return (organ.fra is None or organ.fra <= dag) and (organ.til is None or dag < organ.til)


def har_aapne_moeter(organ: Organ) -> bool:
    """Whether its meetings are open by law, so that closing one takes a ground (koml. § 11-5)."""
    return organregel(organ.type, organ.avtale.form if organ.avtale else "").aapne_moeter
