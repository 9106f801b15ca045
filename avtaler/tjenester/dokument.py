"""Documents of an agreement: putting one in, correcting what is said of it, taking it out."""

from collections.abc import Mapping

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from avtaler import arkiv
from avtaler.models import Avtale, Dokument
from kommuner.filer.vedlegg import Vedlegg
from kommuner.models import Bruker

from .avvisning import Avvist, oversatt
from .laas import laast

#: What an edit may change. The file itself is never changed: a new one is a new document.
FELT = frozenset(
    {"type", "tittel", "dato", "maalform", "er_offentlig", "unntakshjemmel", "avtaleversjon", "runde", "er_eksempel"}
)

SETNINGER = {
    "dokument_unntak_har_hjemmel": (
        "unntakshjemmel",
        lambda: _("Skriv hvilken bestemmelse som unntar dokumentet fra offentlighet."),
    ),
}


def registrer_dokument(avtale: Avtale, *, vedlegg: Vedlegg, felt: Mapping[str, object], av: Bruker | None) -> Dokument:
    """Keep a file that the guard has passed, with what is said of it. Raises Avvist: no ground, or there already."""
    _bare_kjente(felt)
    with oversatt(SETNINGER):
        _laas_fil(vedlegg.sha256)
        if (samme := avtale.dokumenter.filter(sha256=vedlegg.sha256).first()) is not None:
            raise Avvist(_("Filen er lagt inn fra før, som «%(tittel)s».") % {"tittel": samme.tittel}, felt="fil")
        dokument = Dokument(avtale=avtale, lagt_inn=timezone.now(), lagt_inn_av=av, filnavn=vedlegg.navn,
                            sha256=vedlegg.sha256, endelse=vedlegg.slag, mimetype=vedlegg.mime,
                            stoerrelse=len(vedlegg.innhold))  # fmt: skip
        _sett(dokument, felt)
        arkiv.lagre(vedlegg.innhold, vedlegg.slag)
        dokument.save()
    return dokument


def endre_dokument(*, dokument_id: int, versjon: int | None, felt: Mapping[str, object]) -> Dokument:
    """Change what is said of a document read as ``versjon``. Raises Konflikt and Avvist."""
    _bare_kjente(felt)
    with oversatt(SETNINGER):
        dokument = laast(Dokument, dokument_id, versjon)
        _sett(dokument, felt)
        dokument.save()
    return dokument


@transaction.atomic
def fjern_dokument(*, dokument_id: int, versjon: int | None) -> None:
    """Take a document out of every list. The history keeps what was said of it and the file's hash.

    The file itself goes too, unless another document is the same file: what was put in by mistake shall not lie there.
    """
    dokument = laast(Dokument, dokument_id, versjon)
    sha256, endelse = dokument.sha256, dokument.endelse
    dokument.delete()
    transaction.on_commit(lambda: _slett_ubrukt_fil(sha256, endelse))


def _slett_ubrukt_fil(sha256: str, endelse: str) -> None:
    with transaction.atomic():
        _laas_fil(sha256)
        if not Dokument.objects.filter(sha256=sha256, endelse=endelse).exists():
            arkiv.slett(sha256, endelse)


def _laas_fil(sha256: str) -> None:
    """One at a time stores or removes the file with this content; until the transaction ends."""
    with connection.cursor() as peker:
        peker.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [sha256])


def _sett(dokument: Dokument, felt: Mapping[str, object]) -> None:
    for navn, verdi in felt.items():
        setattr(dokument, navn, verdi)
    dokument.tittel, dokument.unntakshjemmel = dokument.tittel.strip(), dokument.unntakshjemmel.strip()
    if dokument.er_offentlig and dokument.unntakshjemmel:
        raise Avvist(_("Et offentlig dokument har ingen unntakshjemmel."), felt="unntakshjemmel")
    for hoerer_til in (dokument.avtaleversjon, dokument.runde):
        if hoerer_til is not None and hoerer_til.avtale_id != dokument.avtale_id:
            raise Avvist(_("Dokumentet kan bare høre til en versjon og en sak i den samme avtalen."))


def _bare_kjente(felt: Mapping[str, object]) -> None:
    if ukjente := set(felt) - FELT:
        raise TypeError(f"unknown fields of Dokument: {', '.join(sorted(ukjente))}")
