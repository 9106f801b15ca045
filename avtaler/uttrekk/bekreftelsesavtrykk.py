"""What a person who confirms an agreement has looked at: its facts, who is in it, and where it is."""

from hashlib import sha256

from avtaler.models import Avtale


def bekreftelsesavtrykk(avtale: Avtale) -> str:
    """Sixteen characters that change when the agreement, a participation or a place does. Two queries."""
    rader = [
        (tabell, *rad)
        for tabell in ("deltakelser", "steder")
        for rad in getattr(avtale, tabell).order_by("pk").values_list("pk", "versjon", "fra", "til")
    ]
    return sha256(repr((avtale.versjon, rader)).encode()).hexdigest()[:16]
