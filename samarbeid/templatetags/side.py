"""Template tags for the parts every page shares."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import uuid4

from django import template
from django.forms import BaseForm, BaseFormSet, BoundField

register = template.Library()


@dataclass(frozen=True)
class Feil:
    """One line of the error summary: the sentence at the field, and the address of the field on the page."""

    setning: str
    anker: str


@register.inclusion_tag("komponenter/feiloppsummering.html")
def feiloppsummering(*skjemaer: BaseForm | BaseFormSet | None) -> dict[str, object]:
    """All errors of the forms and formsets, in the order of the fields; nothing when there are none."""
    return {"feil": list(_feil_i(skjemaer))}


def _feil_i(skjemaer: Iterable[BaseForm | BaseFormSet | None]) -> Iterator[Feil]:
    for skjema in skjemaer:
        if isinstance(skjema, BaseFormSet):
            yield from (Feil(setning, "") for setning in skjema.non_form_errors())
            yield from _feil_i(skjema.forms)
        elif isinstance(skjema, BaseForm):
            yield from _feil_i_skjema(skjema)


def _feil_i_skjema(skjema: BaseForm) -> Iterator[Feil]:
    yield from (Feil(setning, "") for setning in skjema.non_field_errors())
    for felt in skjema:
        yield from (Feil(setning, "" if felt.is_hidden else anker(felt)) for setning in felt.errors)


@register.filter
def anker(felt: BoundField) -> str:
    """The id that a link to the field goes to: of a group, its first choice."""
    valg = felt.subwidgets if felt.use_fieldset else []
    return (valg[0].id_for_label if valg else felt.id_for_label) or felt.auto_id


@register.simple_tag
def innsendingsnoekkel() -> str:
    """What tells one showing of a form from another (``kommuner.innsending.en_gang``)."""
    return str(uuid4())
