"""Plain functions that make one thing each for a test. Keywords only where two could be swapped; no surprises."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from itertools import count

from avtaler.models import Avtale, Deltakelse, Oppgave, Organ, Runde, Verv
from avtaler.tjenester import meld_inn, registrer_avtale, start_runde
from kommuner.models import Bruker, Identitet, Kommuneendring, Part, Region, Regionmedlemskap, Statistikk, Tilgang

PASSORD = "et-langt-passord-til-test"
START = date(2020, 1, 1)
_teller = count(1)


def lag_kommune(
    navn: str = "",
    nummer: str = "",
    *,
    fra: date | None = None,
    til: date | None = None,
    maalform: str = "noeytral",
    type: str = "kommune",
    identiteter: Iterable[tuple[str, str, date, date | None]] = (),
    **felt: object,
) -> Part:
    """A party, a municipality unless ``type`` says otherwise, with one identity (number, name) for its whole life.

    ``identiteter`` gives others: (number, name, from, to). Number and name are invented when left out.
    """
    i = next(_teller)
    nummer = nummer or f"{9000 + i}"[-4:]
    navn = navn or f"Kommune {i}"
    er_kommune = type in ("kommune", "fylkeskommune")
    part = Part.objects.create(
        noekkel=f"{type}-{nummer}-{i}", type=type, navn=navn, nummer=nummer if er_kommune else "",
        fra=fra, til=til, maalform=maalform, **felt,
    )  # fmt: skip
    rader = list(identiteter) or ([(nummer, navn, fra or date(1838, 1, 1), til)] if er_kommune else [])
    for nr, navn_da, fra_da, til_da in rader:
        Identitet.objects.create(part=part, nummer=nr, navn=navn_da, fra=fra_da, til=til_da)
    return part


def slaa_sammen(*gamle: Part, til: Part, dato: date) -> None:
    """Let a reform carry ``gamle`` into ``til`` on ``dato``."""
    for gammel in gamle:
        Kommuneendring.objects.create(dato=dato, type="sammenslaaing", fra_part=gammel, til_part=til)


def lag_folketall(part: Part, aar: int, verdi: int) -> Statistikk:
    """The population of ``part`` on 1 January."""
    return Statistikk.objects.create(part=part, dato=date(aar, 1, 1), verdi=verdi, kilde="SSB tabell 07459")


def lag_region(navn: str = "", *, slug: str = "", kommuner: Iterable[Part] = (), fra: date = START) -> Region:
    """A region with ``kommuner`` as members from ``fra``."""
    i = next(_teller)
    region = Region.objects.create(navn=navn or f"Region {i}", slug=slug or f"region-{i}")
    for kommune in kommuner:
        Regionmedlemskap.objects.create(region=region, part=kommune, fra=fra)
    return region


def lag_bruker(
    rolle: str = "",
    *,
    region: Region | None = None,
    kommune: Part | None = None,
    email: str = "",
    navn: str = "",
    maalform: str = "nb",
    fra: date = START,
    til: date | None = None,
) -> Bruker:
    """A user with one role (none when left out) at a region or a municipality. The password is ``PASSORD``."""
    i = next(_teller)
    bruker = Bruker.objects.create_user(
        email or f"bruker{i}@example.no", PASSORD, navn=navn or f"Bruker {i}", maalform=maalform
    )
    if rolle:
        Tilgang.objects.create(bruker=bruker, rolle=rolle, region=region, part=kommune, fra=fra, til=til)
    return bruker


def lag_oppgave(navn: str = "", *, kode: str = "", funksjon: str = "") -> Oppgave:
    """A task with the same name in both languages."""
    i = next(_teller)
    navn = navn or f"Oppgave {i}"
    return Oppgave.objects.create(kode=kode or f"oppgave-{i}", navn_nb=navn, navn_nn=navn, kostra_funksjon=funksjon)


def lag_avtale(
    navn: str = "",
    *,
    form: str = "KO",
    kommuner: Iterable[Part] = (),
    region: Region | None = None,
    fra: date | None = START,
    til: date | None = None,
    formaal: Iterable[str] = (),
    oppgaver: Iterable[Oppgave] = (),
    bestemmelser: Mapping[str, str] | None = None,
    andeler: Iterable[Fraction] = (),
    klasse: str = "tjenesteyting",
    **felt: object,
) -> Avtale:
    """An agreement in force from 2020 (history lets any form in) with ``kommuner`` as participants all the time.

    ``andeler`` are the owner shares, in the order of ``kommuner``. A draft is ``er_utkast=True``.
    """
    avtale = registrer_avtale(
        felt={
            "navn": navn or f"Samarbeid {next(_teller)}", "form": form, "klasse": klasse,
            "region": region or lag_region(), "fra": fra, "til": til, **felt,
        },
        formaal=list(formaal), oppgaver=list(oppgaver), bestemmelser=bestemmelser or {},
        dato=START, importert=True,
    )  # fmt: skip
    andel = iter(andeler)
    for kommune in kommuner:
        meld_inn(avtale, part=kommune, fra=fra or START, til=til, eierandel=next(andel, None))
    return avtale


def lag_deltakelse(avtale: Avtale, part: Part, *, fra: date = START, **felt: object) -> Deltakelse:
    """``part`` in ``avtale`` from 2020."""
    return meld_inn(avtale, part=part, fra=fra, **felt)


def lag_verv(avtale: Avtale, part: Part, navn: str = "Kari Nordmann", *, fra: date = START, **felt: object) -> Verv:
    """A seat for ``part`` in the representantskap of ``avtale``, which is made when it is missing."""
    organ, _ny = Organ.objects.get_or_create(avtale=avtale, type="representantskap", defaults={"navn": ""})
    return Verv.objects.create(organ=organ, part=part, navn=navn, fra=fra, **felt)


def lag_runde(avtale: Avtale, *, dato: date = START, tittel: str = "Ny avtale", **felt: object) -> Runde:
    """A round among the participants on ``dato``, its text locked and all of them «ikke sendt»."""
    standard = {"slag": "endre", "forslag": "Kommunestyret vedtar avtalen.", "laast": dato}
    return start_runde(avtale, tittel=tittel, dato=dato, **(standard | felt))
