/* The pages work without this file. It moves focus to the error summary, closes the user menu with Escape, and
   narrows a long list of choices to those that hold what is typed. */
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

  const filtrer = (felt) => {
    const liste = document.getElementById(felt.dataset.filtrer);
    const ord = felt.value.trim().toLocaleLowerCase("nb").split(/\s+/).filter(Boolean);
    let antall = 0;
    for (const gruppe of liste.querySelectorAll("details")) {
      let treff = 0;
      for (const valg of gruppe.querySelectorAll("[data-soekbar]")) {
        const tekst = valg.dataset.soekbar.toLocaleLowerCase("nb");
        valg.hidden = !ord.every((ett) => tekst.includes(ett));
        if (!valg.hidden) treff += 1;
      }
      gruppe.hidden = treff === 0;
      gruppe.open = ord.length ? treff > 0 : gruppe.querySelector(":checked") !== null;
      antall += treff;
    }
    const status = liste.querySelector("[role=status]");
    status.textContent = antall ? "" : status.dataset.ingen;
  };

  document.addEventListener("input", (hendelse) => {
    if (hendelse.target.dataset?.filtrer) filtrer(hendelse.target);
  });
  document.addEventListener("keydown", (hendelse) => {
    if (hendelse.key === "Enter" && hendelse.target.dataset?.filtrer) hendelse.preventDefault();
  });
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
