// The rows behind a picture, as one takes them along.

import { inChoice, ringChoice } from "../data/ringkeuze";
import type { Omgeving } from "../omgeving";
import type { Lijst } from "./lijst";
import type { Tabel } from "./tabel";

/** The list behind each view. */
const LIJST: Readonly<Record<string, string>> = {
  overzicht: "Gemeenten",
  geografisch: "Gemeenten",
  netwerk: "Banden",
  matrix: "Cellen",
  keten: "Ketenstappen",
  tandem: "Tandem",
  bruggen: "Bruggen",
  tijd: "Verschillen",
};

/** The rows that the picture shows: of what is chosen or opened alone, where something is. */
export function rowsBehind(om: Omgeving, tabel: Tabel): { lijst: Lijst; rijen: number[] } {
  const { t, model, hand } = om;
  if (hand?.rijen) return hand.rijen;
  if (t.view === "tabel") return tabel.getoondeLijst;
  const open = t.view === "geografisch" && t.gemeente >= 0;
  const naam = open ? "Organisaties" : LIJST[t.view];
  const lijst = tabel.lijsten.find((l) => l.naam === naam) ?? tabel.lijsten[0];
  const rijen = lijst.rijen();
  if (open) return { lijst, rijen: rijen.filter((org) => model.g.organisaties.gemeente[org] === t.gemeente) };
  if (t.view === "netwerk" && t.keuze >= 0) return { lijst, rijen: rijen.filter(lijst.gekozen) };
  if (t.view === "netwerk" && t.zone >= 0) {
    const keuze = ringChoice(model, t);
    return { lijst, rijen: rijen.filter((band) => inChoice(keuze, model.zone[model.van[band]], model.zone[model.naar[band]])) };
  }
  return { lijst, rijen };
}
