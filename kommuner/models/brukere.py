"""Users, and the dated roles that say what each may see and do."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .felles import til_etter_fra
from .parter import Part
from .regioner import Region


class Brukerforvalter(BaseUserManager):
    """Makes users by e-mail address."""

    def create_user(self, email: str, password: str | None = None, **felt) -> "Bruker":
        bruker = self.model(email=self.normalize_email(email), **felt)
        bruker.set_password(password)
        bruker.save(using=self._db)
        return bruker

    def create_superuser(self, email: str, password: str | None = None, **felt) -> "Bruker":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **felt)


class Bruker(AbstractBaseUser, PermissionsMixin):
    """A person who logs in: by e-mail, with a language of their own."""

    email = models.EmailField(_("e-post"), unique=True)
    navn = models.CharField(_("navn"), max_length=200)
    maalform = models.CharField(
        _("målform"), max_length=2, choices=[("nb", _("bokmål")), ("nn", _("nynorsk"))], default="nb"
    )
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    date_joined = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ("navn",)

    objects = Brukerforvalter()

    def __str__(self) -> str:
        return self.navn or self.email


class Rolle(models.TextChoices):
    """The people of the product (one role per access row)."""

    KOORDINATOR = "koordinator", _("koordinator")
    POLITIKER = "politiker", _("politiker")
    SEKRETAER = "sekretaer", _("sekretær")
    RAPPORTOER = "rapportoer", _("rapportør")
    INNSYN = "innsyn", _("innsyn")
    ADMINISTRATOR = "administrator", _("administrator")


class Tilgang(models.Model):
    """A role at one region or one municipality, in a period. Administrators have neither."""

    bruker = models.ForeignKey(Bruker, on_delete=models.CASCADE, related_name="tilganger")
    rolle = models.CharField(max_length=20, choices=Rolle)
    region = models.ForeignKey(Region, null=True, blank=True, on_delete=models.PROTECT)
    part = models.ForeignKey(Part, null=True, blank=True, on_delete=models.PROTECT)
    fra = models.DateField()
    til = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("bruker", "rolle", "pk")
        constraints = (
            til_etter_fra("tilgang_til_etter_fra"),
            models.CheckConstraint(
                name="tilgang_rett_sted",
                condition=Q(rolle="koordinator", region__isnull=False, part__isnull=True)
                | Q(rolle="sekretaer", region__isnull=False, part__isnull=True)
                | Q(
                    rolle__in=["politiker", "sekretaer", "rapportoer", "innsyn"],
                    part__isnull=False,
                    region__isnull=True,
                )
                | Q(rolle="administrator", part__isnull=True, region__isnull=True),
            ),
        )

    def __str__(self) -> str:
        return f"{self.bruker}: {self.get_rolle_display()}"
