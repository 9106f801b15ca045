"""A term turns: the posts of the old one end, and the seats of the new one are filled one by one (needs 0.8)."""

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from avtaler.models import Deltakelse, Organ, Setetall, Verv
from avtaler.tjenester.avvisning import Avvist, oversatt
from avtaler.tjenester.rad import setninger
from kommuner.models import Part
from kommuner.querysets import gyldig

MEDLEMMER = (Verv.Rolle.LEDER, Verv.Rolle.NESTLEDER, Verv.Rolle.MEDLEM)
VALGTE = (*MEDLEMMER, Verv.Rolle.VARAMEDLEM)
#: A turn may be entered late, but not so late that it cuts into what has been.
BAKOVER = timedelta(days=366)


@transaction.atomic
def start_periode(organer: Collection[Organ], *, fra: date, idag: date) -> int:
    """End the elected posts of the organs on ``fra``; how many. Representatives of the employees stay.

    The seats that only the posts told of are stated, so that the new list knows how many to choose. Done twice, the
    second time changes nothing. Raises Avvist for no organ, and for a day too far back.
    """
    if not organer:
        raise Avvist(_("Velg minst ett organ."), felt="organer")
    if fra < idag - BAKOVER:
        raise Avvist(_("Den nye perioden kan ikke begynne for mer enn et år siden."), felt="fra")
    pker = sorted(organ.pk for organ in organer)
    list(Organ.objects.select_for_update(of=("self",)).filter(pk__in=pker).order_by("pk"))
    loepende = Verv.objects.filter(Q(til__isnull=True) | Q(til__gt=fra), organ__in=pker, rolle__in=VALGTE, fra__lt=fra)
    list(loepende.select_for_update(of=("self",)).order_by("pk"))
    _fest_seter(organer, fra)
    return loepende.update(til=fra, versjon=F("versjon") + 1)


def _fest_seter(organer: Iterable[Organ], fra: date) -> None:
    """State as many seats as there were posts the day before, for the parties whose seats nobody has stated."""
    dagen_foer = fra - timedelta(days=1)
    for organ in organer:
        uttalt = set(organ.setetall.filter(Q(til__isnull=True) | Q(til__gt=fra)).values_list("part_id", flat=True))
        avtalt = Deltakelse.objects.filter(gyldig(fra), avtale=organ.avtale_id, medlemmer__isnull=False)
        uttalt |= set(avtalt.values_list("part_id", flat=True)) if organ.avtale_id else set()
        verv = Verv.objects.filter(gyldig(dagen_foer), organ=organ, rolle__in=VALGTE).exclude(part__in=uttalt)
        antall = Counter((rad.part_id, rad.rolle == Verv.Rolle.VARAMEDLEM) for rad in verv)
        for part in sorted({part for part, _vara in antall}):
            Setetall.objects.create(
                organ=organ, part_id=part, medlemmer=antall[part, False], varamedlemmer=antall[part, True], fra=fra
            )


@transaction.atomic
def fyll_sete(organ: Organ, part: Part, felt: dict[str, object], *, plasser: int) -> Verv:
    """Put somebody in one of the ``plasser`` seats of this kind that the municipality has in the organ.

    Raises Avvist when they are all filled on the first day of the post, also by somebody at the same moment.
    """
    Organ.objects.select_for_update(of=("self",)).get(pk=organ.pk)
    fra = felt["fra"]
    roller = (Verv.Rolle.VARAMEDLEM,) if felt["rolle"] == Verv.Rolle.VARAMEDLEM else MEDLEMMER
    if Verv.objects.filter(gyldig(fra), organ=organ, part=part, rolle__in=roller).count() >= plasser:
        raise Avvist(_("Alle setene er fylt fra den dagen. Er noen gått ut, må vervet avsluttes først."), felt="fra")
    with oversatt(setninger(Verv)):
        return Verv.objects.create(organ=organ, part=part, **felt)
