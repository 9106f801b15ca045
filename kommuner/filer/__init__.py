"""Files in and out: hostile until a guard has passed them, read in a limited child process, written without formulas.

This room knows no models, no clock and no agreements. In: ``tabell.les_tabell`` (xlsx and csv as plain text cells) and
``vedlegg.godkjenn_vedlegg`` (documents). Out: ``ark.skriv_xlsx``, ``ark.skriv_csv``, ``navn.innholdsdisposisjon``. What
cannot be taken in is refused with ``avvisning.Filavvist``, whose ``setning`` is for the user.
"""
