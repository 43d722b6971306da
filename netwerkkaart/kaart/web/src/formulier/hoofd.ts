// The page of a form: build it, save it as a file, and open a saved one again. Nothing leaves the computer.

import { byId, el } from "../bediening/dom";
import { aanbodblok, bandblok, type Blok, hiaatblok } from "./blokken";
import type { Bewaard, Gegevens, Rij } from "./gegevens";
import { eigenId, keuze, tekst, type Veld } from "./velden";

const g = JSON.parse(byId("gegevens").textContent ?? "{}") as Gegevens;
const ORGANISATIE = "Uw organisatie";
const vragen = new Map<string, Veld>();
const blokken: Blok[] = [];
let gewijzigd = false;

function meld(zin: string): void {
  byId("meld").textContent = zin;
}

function eigenBlok(): HTMLElement {
  const id = eigenId();
  const sectie = el("section", { "aria-labelledby": id }, el("h2", { id }, "Uw organisatie"));
  for (const { code, vraag, uitleg, keuzes } of g.vragen) {
    const veld = keuzes.length
      ? keuze(vraag, keuzes.map((woord) => [woord, woord]), uitleg)
      : tekst(vraag, { uitleg, soort: code === "datum" ? "date" : "text" });
    vragen.set(code, veld);
    sectie.append(veld.element);
  }
  const verbeter = el("details", {}, el("summary", {}, "Gegevens nakijken en verbeteren"));
  for (const { code, vraag, nu } of g.eigen) {
    const veld = tekst(vraag, { uitleg: nu ? `Wij hebben: ${nu}. Alleen invullen als het anders is.` : "Wij hebben nog niets." });
    vragen.set(code, veld);
    verbeter.append(veld.element);
  }
  sectie.append(verbeter);
  return sectie;
}

function asRow(blad: string, rij: Rij): string[] {
  return g.kolommen[blad].map((kolom) => rij[kolom] ?? "");
}

function verzamel(): Bewaard {
  const bladen = blokken.map((blok) => ({
    naam: blok.naam,
    rijen: [g.koppen[blok.naam], ...blok.lees().map((rij) => asRow(blok.naam, rij))],
  }));
  const eigen = [...vragen].map(([code, veld]) => ["", veld.lees(), "", code]);
  bladen.unshift({ naam: ORGANISATIE, rijen: [g.koppen[ORGANISATIE], ...g.kern, ...eigen] });
  const genoemd = new Set(bladen.flatMap((blad) => blad.rijen.flat()));
  const [lijst, ...koppen] = g.lijstblad;
  bladen.push({ naam: lijst, rijen: [koppen, ...g.lijst.filter(([naam]) => genoemd.has(naam))] });
  return { formaat: g.formaat, versie: g.versie, tijdstip: new Date().toISOString(), bladen };
}

function bewaar(): void {
  const aantal = blokken.reduce((som, blok) => som + blok.lees().length, 0);
  const url = URL.createObjectURL(new Blob([JSON.stringify(verzamel())], { type: "application/json" }));
  const koppeling = el("a", { href: url, download: g.bestand });
  document.body.append(koppeling);
  koppeling.click();
  koppeling.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  gewijzigd = false;
  meld(`Bewaard als ${g.bestand} (${aantal} ${aantal === 1 ? "antwoord" : "antwoorden"}). Stuur dit bestand terug als bijlage.`);
}

function rijenVan(bewaard: Bewaard, naam: string): Rij[] {
  const blad = bewaard.bladen.find((deel) => deel.naam === naam);
  const [koppen, ...rijen] = blad?.rijen ?? [[]];
  return rijen.map((rij) => Object.fromEntries(g.kolommen[naam].map((kolom, nr) => [kolom, rij[koppen.indexOf(g.koppen[naam][nr])] ?? ""])));
}

async function open(bestand: File): Promise<void> {
  try {
    const bewaard = JSON.parse(await bestand.text()) as Bewaard;
    if (bewaard.formaat !== g.formaat || bewaard.versie !== g.versie) throw new Error("vorm");
    const eigen = rijenVan(bewaard, ORGANISATIE);
    if (!eigen.some((rij) => rij.code === g.kern[1][3])) {
      meld("Dit bestand is het antwoord van een andere organisatie. Er is niets ingevuld.");
      return;
    }
    for (const rij of eigen) vragen.get(rij.code)?.zet(rij.antwoord);
    for (const blok of blokken) blok.zet(rijenVan(bewaard, blok.naam));
    toonStand();
    meld("Uw bewaarde antwoord is ingevuld.");
  } catch {
    meld("Dit bestand is geen bewaard antwoord van dit formulier.");
  }
}

function toonStand(): void {
  const [gedaan, alle] = blokken[0].stand();
  byId("bewaar").textContent = alle ? `Bewaar mijn antwoord (${gedaan} van ${alle})` : "Bewaar mijn antwoord";
}

function datalijst(id: string, namen: string[]): HTMLElement {
  return el("datalist", { id }, ...namen.map((naam) => el("option", { value: naam })));
}

for (const [kop, zin] of g.inleiding) byId("inleiding").append(el("p", {}, el("b", {}, `${kop}. `), zin));
blokken.push(bandblok(g, "Samenwerken", g.banden, false));
if (g.scholen.length) blokken.push(bandblok(g, "Scholen", g.schoolbanden, true));
if (g.aanbod) blokken.push(aanbodblok(g, "Aanbod"));
blokken.push(hiaatblok(g, "Wat ontbreekt"));
byId("vragen").append(
  datalijst("namen", g.lijst.map(([naam]) => naam)),
  datalijst("schoolnamen", g.scholen),
  ...blokken.map((blok) => blok.element),
  eigenBlok(),
);
byId("vragen").addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
byId("vragen").addEventListener("change", () => { gewijzigd = true; toonStand(); });
byId("vragen").addEventListener("input", () => { gewijzigd = true; });
byId("bewaar").addEventListener("click", bewaar);
byId("bewaar2").addEventListener("click", bewaar);
byId("open").addEventListener("change", (gebeurtenis) => {
  const bestand = (gebeurtenis.target as HTMLInputElement).files?.[0];
  if (bestand) void open(bestand);
});
window.addEventListener("beforeunload", (gebeurtenis) => { if (gewijzigd) gebeurtenis.preventDefault(); });
toonStand();
document.documentElement.dataset["klaar"] = "ja";
