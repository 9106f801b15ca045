/* The pages work without this file. It moves focus to the error summary and closes the user menu with Escape. */
"use strict";
(() => {
  const visFeil = (sted) => {
    const feil = sted.querySelector("#feiloppsummering");
    if (!feil) return;
    feil.focus();
    const forstavelse = "Feil: ";
    if (!document.title.startsWith(forstavelse)) document.title = forstavelse + document.title;
  };

  const lukkMenyer = (unntatt) => {
    for (const meny of document.querySelectorAll("details.brukermeny[open]")) {
      if (!meny.contains(unntatt)) meny.open = false;
    }
  };

  document.addEventListener("DOMContentLoaded", () => visFeil(document));
  document.addEventListener("htmx:afterSettle", (hendelse) => visFeil(hendelse.target));
  document.addEventListener("click", (hendelse) => lukkMenyer(hendelse.target));
  document.addEventListener("keydown", (hendelse) => {
    if (hendelse.key !== "Escape") return;
    const aapen = document.querySelector("details.brukermeny[open]");
    if (!aapen) return;
    aapen.open = false;
    aapen.querySelector("summary").focus();
  });
})();
