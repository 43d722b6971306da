"use strict";
(() => {
  const g = JSON.parse(document.getElementById("gegevens").textContent);
  const veld = document.getElementById("zoek");
  const lijst = document.getElementById("treffers");
  const meld = document.getElementById("aantal");
  const MEEST = 40;
  const fold = (t) => t.normalize("NFKD").replace(/[\p{M}\u2066-\u2069]/gu, "").toLowerCase();
  const folded = g.rijen.map((r) => fold(`${r[0]} ${g.soorten[r[1]]} ${g.meervoud[r[1]]} ${g.gemeenten[r[2]]}`));
  const kop = g.rijen.map((r) => fold(r[0]));
  const woord = folded.map((t) => ` ${t.replace(/[^\p{L}\p{N}]+/gu, " ")}`);
  const maak = (naam, tekst, klasse) => {
    const e = document.createElement(naam);
    e.textContent = tekst;
    if (klasse) e.className = klasse;
    return e;
  };
  const toon = () => {
    const woorden = fold(veld.value).split(/\s+/).filter(Boolean);
    lijst.replaceChildren();
    if (!woorden.length) {
      meld.textContent = "";
      return;
    }
    const treffers = [];
    for (let i = 0; i < folded.length; i++) if (woorden.every((w) => folded[i].includes(w))) treffers.push(i);
    // What was typed stands at the beginning of a word before it stands within one: "gen" is Genk before Grimbergen.
    const midden = (i) => woorden.filter((w) => !woord[i].includes(` ${w}`)).length;
    const rang = (i) => 3 * midden(i) + (kop[i].startsWith(woorden[0]) ? 0 : kop[i].includes(woorden[0]) ? 1 : 2);
    const rangen = new Map(treffers.map((i) => [i, rang(i)]));
    treffers.sort((a, b) => rangen.get(a) - rangen.get(b) || a - b);
    for (const i of treffers.slice(0, MEEST)) {
      const [naam, soort, gemeente, map, doel] = g.rijen[i];
      const a = document.createElement("a");
      a.href = `${g.mappen[map]}/${doel}`;
      const bdi = maak("bdi", naam);
      a.append(bdi);
      const li = document.createElement("li");
      const waar = [g.soorten[soort], g.gemeenten[gemeente], g.regios[map]].filter((t, nr, alle) => t && alle.indexOf(t) === nr);
      li.append(a, maak("span", ` ${waar.join(" · ")}`, "zacht"));
      lijst.append(li);
    }
    const n = treffers.length;
    meld.textContent = n === 0 ? "Niets gevonden. Probeer een deel van de naam, of de gemeente."
      : n > MEEST ? `${n} gevonden; de eerste ${MEEST} staan hieronder.` : n === 1 ? "1 gevonden." : `${n} gevonden.`;
  };
  veld.addEventListener("input", toon);
  document.addEventListener("keydown", (e) => {
    const links = [veld, ...lijst.querySelectorAll("a")];
    const nu = links.indexOf(document.activeElement);
    if (nu < 0) return;
    if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      e.preventDefault();
      links[Math.min(links.length - 1, Math.max(0, nu + (e.key === "ArrowDown" ? 1 : -1)))].focus();
    } else if (e.key === "Escape") {
      veld.value = "";
      toon();
      veld.focus();
    }
  });
  veld.disabled = false;
  toon();
})();
