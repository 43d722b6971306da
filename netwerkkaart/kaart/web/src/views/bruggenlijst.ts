// The list behind Bruggen: an equal alternative to the picture, and what the CSV holds.

import { el } from "../bediening/dom";
import { type Brug, bridgesOf, type Bruggenboek, LAAG_NAAM, LAGEN } from "../data/bruggen";
import { layersOn } from "../data/lagen";
import { hoofdletter } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import { loads } from "../paneel/bruggenpaneel";
import type { Lijst } from "./lijst";

export function bridgeList(om: Omgeving): Lijst {
  const boek = (): Bruggenboek => bridgesOf(om) as Bruggenboek;
  const brug = (rij: number): Brug => boek().bruggen[rij];
  const einde = (rij: number, kant: "van" | "naar"): string => {
    const { van, naar, a, b } = brug(rij);
    if (van < 0) return boek().naam(kant === "van" ? a : b);
    return om.diepte?.naam(kant === "van" ? van : naar) ?? "";
  };
  const plaats = (rij: number, kant: "van" | "naar"): string => (brug(rij).van < 0 ? "eiland" : (om.diepte?.gemeente(brug(rij)[kant]) ?? ""));
  const waarom = (rij: number): string => {
    const { laag, van, rij: plek } = brug(rij);
    if (laag === "breekbaar" && van >= 0) return hoofdletter(om.model.g.teksten[boek().blok.breekbaar.reden[plek]]);
    if (laag === "voorstel") return boek().blok.voorstellen.stappen[plek].map((nr) => hoofdletter(om.model.g.teksten[nr])).join("; ");
    return loads(om, boek(), brug(rij)).map(hoofdletter).join("; ");
  };
  return {
    naam: "Bruggen",
    wat: ["brug", "bruggen"],
    breed: true,
    rijen: () => {
      const alle = bridgesOf(om)?.bruggen ?? [];
      const aan = layersOn(om, LAGEN);
      const inZicht = (org: number): boolean => org >= om.model.n || om.zicht.org[org] > 0;
      return alle.flatMap((b, i) => (aan.has(b.laag) && (b.van < 0 || inZicht(b.van) || inZicht(b.naar)) ? [i] : []));
    },
    gekozen: (rij) => brug(rij).code === om.t.vak,
    kolommen: [
      { kop: "Soort", waarde: (rij) => LAAG_NAAM[brug(rij).laag] },
      { kop: "Van", waarde: (rij) => einde(rij, "van"), cel: (rij) => el("button", { type: "button", "data-sleutel": `brugcel-${brug(rij).code}`, onclick: () => om.winkel.set({ view: "bruggen", vak: brug(rij).code, keuze: -1 }) }, einde(rij, "van")) },
      { kop: "Gemeente", waarde: (rij) => plaats(rij, "van") },
      { kop: "Naar", waarde: (rij) => einde(rij, "naar") },
      { kop: "Gemeente (naar)", waarde: (rij) => plaats(rij, "naar") },
      { kop: "Banden", tal: true, waarde: (rij) => (brug(rij).van < 0 ? boek().blok.tussen.aantal[brug(rij).rij] : brug(rij).laag === "breekbaar" ? boek().blok.breekbaar.banden[brug(rij).rij].length : 0) },
      { kop: "Waarom", waarde: waarom },
      { kop: "Scholen", tal: true, waarde: (rij) => schools(boek(), brug(rij)) },
      { kop: "Winst (stappen)", tal: true, waarde: (rij) => (brug(rij).laag === "voorstel" ? boek().blok.voorstellen.winst[brug(rij).rij] : 0) },
      { kop: "Datum", waarde: (rij) => evidence(om, boek(), brug(rij)).dag },
      { kop: "Bron", waarde: (rij) => evidence(om, boek(), brug(rij)).bron },
      { kop: "Forum", waarde: (rij) => (brug(rij).laag === "voorstel" ? boek().blok.voorstellen.forum[brug(rij).rij] : "") },
    ],
  };
}

/** The day and the source of the tie, or the day on which it ended. */
function evidence(om: Omgeving, boek: Bruggenboek, { laag, rij, van }: Brug): { dag: string; bron: string } {
  const { datums, teksten } = om.model.g;
  const { afgebroken, breekbaar } = boek.blok;
  if (laag === "afgebroken" && afgebroken) return { dag: `gestopt op ${datums[afgebroken.tot[rij]]}`, bron: teksten[afgebroken.bron[rij]] };
  const band = laag === "breekbaar" && van >= 0 ? om.diepte?.band(breekbaar.banden[rij][0] ?? -1) : undefined;
  return band ? { dag: datums[band.datum], bron: teksten[band.bron] } : { dag: "", bron: "" };
}

/** Schools that lose a step without it, or win one by it. */
function schools(boek: Bruggenboek, { laag, rij, van }: Brug): number {
  if (laag === "voorstel") return boek.blok.voorstellen.scholen[rij].length;
  return laag === "breekbaar" && van >= 0 ? boek.blok.breekbaar.scholen[rij].length : 0;
}
