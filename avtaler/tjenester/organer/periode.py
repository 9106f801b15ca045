"""A term turns: the posts of the old one end, and the seats of the new one are filled one by one (needs 0.8)."""

from collections import Counter
from collections.abc import Collection
from datetime import date, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext as _

from avtaler.models import Deltakelse, Organ, Setetall, Verv
from avtaler.models.organ import MEDLEMMER, VALGTE
from avtaler.tjenester.avvisning import Avvist, oversatt
from avtaler.tjenester.rad import setninger
from avtaler.uttrekk.organer.seteliste import antall_seter
from kommuner.domene.skriving import vis_kort_dato
from kommuner.models import Part
from kommuner.querysets import gyldig

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


def _fest_seter(organer: Collection[Organ], fra: date) -> None:
    """State as many seats as there were posts the day before, for the parties whose seats nobody has stated."""
    verv = Verv.objects.filter(gyldig(fra - timedelta(days=1)), organ__in=organer, rolle__in=VALGTE).order_by()
    antall = Counter(
        (organ, part, rolle == Verv.Rolle.VARAMEDLEM)
        for organ, part, rolle in verv.values_list("organ", "part", "rolle")
    )
    kjente = _uttalte_seter(organer, fra)
    nye = sorted({(organ, part) for organ, part, _vara in antall} - kjente)
    Setetall.objects.bulk_create(
        Setetall(
            organ_id=organ, part_id=part, medlemmer=antall[organ, part, False],
            varamedlemmer=antall[organ, part, True], fra=fra,
        )
        for organ, part in nye
    )  # fmt: skip


def _uttalte_seter(organer: Collection[Organ], fra: date) -> set[tuple[int, int]]:
    """The organs and parties whose seats are stated from the day: for the organ itself, or with the participation."""
    uttalt = Setetall.objects.filter(Q(til__isnull=True) | Q(til__gt=fra), organ__in=organer)
    avtaler = {organ.avtale_id for organ in organer if organ.avtale_id}
    avtalt = Deltakelse.objects.filter(gyldig(fra), avtale__in=avtaler, medlemmer__isnull=False)
    parter = set(avtalt.order_by().values_list("avtale", "part"))
    return set(uttalt.order_by().values_list("organ", "part")) | {
        (organ.pk, part) for organ in organer for avtale, part in parter if avtale == organ.avtale_id
    }


@transaction.atomic
def fyll_sete(organ: Organ, part: Part, felt: dict[str, object]) -> Verv:
    """Put somebody in a seat the municipality has in the organ from the first day of the post, and on.

    Raises Avvist when it has none of the kind that day, and when they are all filled then or later, also by somebody
    at the same moment.
    """
    Organ.objects.select_for_update(of=("self",)).get(pk=organ.pk)
    _krev_ledig(organ, part, felt["fra"], er_vara=felt["rolle"] == Verv.Rolle.VARAMEDLEM)
    with oversatt(setninger(Verv)):
        return Verv.objects.create(organ=organ, part=part, **felt)


def _krev_ledig(organ: Organ, part: Part, fra: date, *, er_vara: bool) -> None:
    """The post has no end, so the seat must be free also when those already chosen for later take theirs."""
    roller = {Verv.Rolle.VARAMEDLEM} if er_vara else MEDLEMMER
    verv = Verv.objects.filter(Q(til__isnull=True) | Q(til__gt=fra), organ=organ, part=part, rolle__in=roller)
    perioder = list(verv.order_by().values_list("fra", "til"))
    for dag in sorted({fra, *(begynner for begynner, _til in perioder if begynner > fra)}):
        sitter = sum(begynner <= dag and (til is None or dag < til) for begynner, til in perioder)
        if sitter >= (antall := antall_seter(organ, part, er_vara=er_vara, dag=dag)):
            raise Avvist(_ikke_ledig(antall, dag, fra), felt="fra")


def _ikke_ledig(antall: int, dag: date, fra: date) -> str:
    if dag > fra:
        setning = _("Setet er alt fylt fra %(dag)s. Be koordinatoren om å føre vervet med en siste dag.")
        return setning % {"dag": vis_kort_dato(dag)}
    if not antall:
        return _("Kommunen har ingen slike seter i organet den dagen.")
    return _("Alle setene er fylt fra den dagen. Er noen gått ut, må vervet avsluttes først.")
