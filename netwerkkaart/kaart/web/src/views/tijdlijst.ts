// The list behind Tijd: every difference between the two days, as the analysis of evolution tells them.

import { timeOf, period, type Verschil } from "../data/tijd";
import { hoofdletter } from "../data/zinnen";
import type { Omgeving } from "../omgeving";
import type { Lijst } from "./lijst";

export function changeList(om: Omgeving): Lijst {
  let rijen: Verschil[] = [];
  return {
    naam: "Verschillen",
    wat: ["verschil", "verschillen"],
    breed: true,
    rijen: () => {
      const boek = timeOf(om);
      rijen = boek ? boek.differences(...period(om, boek)) : [];
      return rijen.map((_, i) => i);
    },
    gekozen: () => false,
    kolommen: [
      { kop: "Wat", waarde: (i) => hoofdletter(rijen[i].soort) },
      { kop: "Naam", waarde: (i) => rijen[i].naam },
      { kop: "Was", waarde: (i) => rijen[i].was },
      { kop: "Werd", waarde: (i) => rijen[i].werd },
      { kop: "Aard", waarde: (i) => nature(rijen[i]) },
      { kop: "Overgang", waarde: (i) => (rijen[i].kennis ? "kennis" : "tijd") },
      { kop: "Wanneer", waarde: (i) => rijen[i].dag },
      { kop: "Bron", waarde: (i) => rijen[i].bron },
    ],
  };
}

/** The words of the analysis. */
function nature({ soort, kennis, was, werd }: Verschil): string {
  if (!kennis) {
    if (was === "witte vlek" && werd === "hiaat") return "in kaart gebracht";
    return was === "hiaat" && werd === "witte vlek" ? "verouderd" : "gebeurd";
  }
  if (["nee", "witte vlek", "geen scholen"].includes(was) || (soort === "keten" && werd === "gesloten")) return "in kaart gebracht";
  return "gecorrigeerd";
}
