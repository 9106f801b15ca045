"""Template filters that write numbers, amounts, shares and dates as Norwegians do. None is written as nothing."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from django import template
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kommuner.domene import skriving
from kommuner.domene.periode import Periode
from kommuner.domene.skriving import UDELELIG

register = template.Library()


@register.filter
def kroner(oere: int | None, med_oere: bool = False) -> str:
    """Øre as «1 234,50 kr»; ``kroner:True`` has øre always, like the others of its column: «310,00 kr»."""
    return "" if oere is None else skriving.vis_beloep(oere, med_oere=med_oere)


@register.filter
def beloep(oere: int | None, med_oere: bool = False) -> str:
    """Øre as «1 234,50», for columns whose heading says kroner."""
    return "" if oere is None else skriving.vis_beloep_uten_enhet(oere, med_oere=med_oere)


@register.filter
def udelt(tekst: str) -> SafeString:
    """Text where «§ 20-4(2)» and «100 000 kr» are not broken over two lines. The text is escaped as ever."""
    deler = enumerate(UDELELIG.split(tekst or ""))
    return format_html_join(
        "", "{}", ((format_html('<span class="udelt">{}</span>', d) if nr % 2 else d,) for nr, d in deler)
    )


@register.filter
def tall(verdi: int | None) -> str:
    """A whole number as «1 234 567»."""
    return "" if verdi is None else skriving.vis_tall(int(verdi))


@register.filter
def desimaltall(verdi: Decimal | None) -> str:
    """A number with the decimals it needs, at most two: «12,5»."""
    return "" if verdi is None else skriving.vis_desimaltall(Fraction(verdi))


@register.filter
def prosent(verdi: Fraction | None, desimaler: int = 1) -> str:
    """A share as «11,1 %»."""
    return "" if verdi is None else skriving.vis_prosent(Fraction(verdi), desimaler)


@register.filter
def andel(verdi: Fraction | None) -> str:
    """A share as «11,1 % (1/9)»."""
    return "" if verdi is None else skriving.vis_andel(Fraction(verdi))


@register.filter
def dato(verdi: date | None) -> str:
    """A date as «21. mars 2023»."""
    return "" if verdi is None else skriving.vis_dato(_dag(verdi))


@register.filter
def kort_dato(verdi: date | None) -> str:
    """A date as «21.03.2023»."""
    return "" if verdi is None else skriving.vis_kort_dato(_dag(verdi))


@register.filter
def tidspunkt(verdi: datetime | None) -> str:
    """A moment in Norway as «21. mars 2023 kl. 9.05»."""
    return "" if verdi is None else skriving.vis_tidspunkt(timezone.localtime(verdi))


@register.filter
def siste_dag(til: date | None) -> str:
    """The last day of a period that ends, exclusively, at ``til``: «31.12.2019» for 1.1.2020."""
    return "" if til is None else skriving.vis_kort_dato(til - timedelta(days=1))


@register.filter
def periode(verdi: Periode | None) -> str:
    """First and last day, «01.01.2003 – 31.12.2003», or «fra 01.01.2020» while it runs."""
    if verdi is None:
        return ""
    if verdi.til is None:
        return _("fra %(dato)s") % {"dato": skriving.vis_kort_dato(verdi.fra)}
    return skriving.vis_periode(verdi)


def _dag(verdi: date) -> date:
    """The day here in Norway of a stored moment, which is in UTC."""
    return timezone.localtime(verdi).date() if isinstance(verdi, datetime) else verdi
