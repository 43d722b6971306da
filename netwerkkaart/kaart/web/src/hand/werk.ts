// Which tool is in hand.

import type { Omgeving } from "../omgeving";
import type { Handwerk } from "./hand";
import { makePath } from "./pad";
import { makeCompare } from "./vergelijk";
import { makeWhatIf } from "./watals";

/** The tool that the state names, at work; null for none. */
export function makeHand(om: Omgeving): Handwerk | null {
  switch (om.t.hand) {
    case "pad":
      return makePath(om);
    case "watals":
      return makeWhatIf(om);
    case "vergelijk":
    case "vergelijk-b":
      return makeCompare(om);
    default:
      return null;
  }
}
