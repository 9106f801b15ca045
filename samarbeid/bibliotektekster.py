"""Sentences of Django that our forms can show and that we word ourselves, listed so that `make tekster` collects them.

Their bokmål stands in locale/nb, their nynorsk in locale/nn: the project's catalogues win over Django's own.
Nothing imports this list; allauth's sentences are worded in konto.py and kontoskjema.py.
"""

from django.utils.translation import gettext_noop as _
from django.utils.translation import ngettext_lazy

TEKSTER = (
    _("This field is required."),
    _("Enter a valid email address."),
    _("Enter a whole number."),
    _("Select a valid choice. That choice is not one of the available choices."),
    _("Select a valid choice. %(value)s is not one of the available choices."),
    _("“%(pk)s” is not a valid value."),
    _(
        "ManagementForm data is missing or has been tampered with. Missing fields: %(field_names)s. "
        "You may need to file a bug report if the issue persists."
    ),
    _("Null characters are not allowed."),
    _("This password is too common."),
    ngettext_lazy(
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
        "min_length",
    ),
    ngettext_lazy(
        "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
        "limit_value",
    ),
)
