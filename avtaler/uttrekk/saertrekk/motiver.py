"""Why municipalities entered into an agreement, in words: the ownership report shows it as purpose (needs 2.1)."""

from avtaler.models import Avtale, Motiv, Saertrekk


def motiver_for(avtale: Avtale) -> tuple[str, ...]:
    """The motives in the reader's language, in the order of the list; empty when none are stated. One query at most.

    Asks nothing when ``saertrekk`` came with the agreement (``select_related("saertrekk")``).
    """
    trekk = trekkene(avtale)
    return motivnavn(trekk.motiver) if trekk else ()


def motivnavn(koder: list[str]) -> tuple[str, ...]:
    """Codes as words, in the order of the list; a code that is no longer there is left out."""
    return tuple(str(motiv.label) for motiv in Motiv if motiv.value in koder)


def trekkene(avtale: Avtale) -> Saertrekk | None:
    """The traits of the agreement, if anybody has stated them."""
    try:
        return avtale.saertrekk
    except Saertrekk.DoesNotExist:
        return None
