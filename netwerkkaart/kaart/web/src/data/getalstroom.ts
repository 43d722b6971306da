// Many numbers that Python wrote as one text (kaart/getalstroom.py), read one after another.

import { LETTERS } from "./letters";

const HALF = LETTERS.length / 2;
const WAARDE = new Uint8Array(128);
for (let i = 0; i < LETTERS.length; i++) WAARDE[LETTERS.charCodeAt(i)] = i;

export class Getalstroom {
  constructor(
    private readonly tekst: string,
    private plaats = 0,
  ) {}

  get op(): boolean {
    return this.plaats >= this.tekst.length;
  }

  next(): number {
    let getal = 0;
    let keer = 1;
    for (;;) {
      const cijfer = WAARDE[this.tekst.charCodeAt(this.plaats++)];
      if (cijfer < HALF) return getal + keer * cijfer;
      getal += keer * (cijfer - HALF);
      keer *= HALF;
      // A text that was cut ends here, not never.
      if (this.op) return getal;
    }
  }
}
