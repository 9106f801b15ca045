"""A yes to something that cannot be taken back, said of the row as it was read."""

from django import forms

from .tekstfelt import Versjonsfelt


class Bekreftskjema(forms.Form):
    """Nothing to fill in: only which version of the row the reader saw."""

    versjon = Versjonsfelt()

    def lest(self) -> int:
        """The version; 0, which no row has, when none was sent."""
        self.is_valid()
        return self.cleaned_data["versjon"]
