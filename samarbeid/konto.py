"""How accounts come to be: an administrator makes them, nobody signs up."""

from allauth.account.adapter import DefaultAccountAdapter


class Kontoadapter(DefaultAccountAdapter):
    """Local accounts for people with a role in a region or a municipality."""

    def is_open_for_signup(self, request):
        return False
