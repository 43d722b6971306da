// The two views of the summed map: the picture and the lists.

import { THEMA_NAAM } from "../data/celwoorden";
import { getal, inZin, opsomming, telwoord } from "../data/zinnen";
import { drawSector, SECTORVOLGORDE } from "../teken/ringen";
import { drawSample } from "../teken/schets";
import { Lijstblad } from "../views/lijstblad";
import type { Legende, View } from "../views/view";
import { LIJNKLEUR, lineWidth, sectorName, type Sommenkaart } from "./kaart";
import { lists } from "./lijsten";
import { type Paneelbron, panel } from "./paneel";
import type { Winkel } from "./toestand";

/** What is counted under the filters, as a title: all, or so many of so many. */
export function countWords({ v, zicht }: Paneelbron): string {
  const { organisaties } = v.g;
  const wie = zicht.organisaties === organisaties ? telwoord(organisaties, "organisatie", "organisaties") : `${getal(zicht.organisaties)} van ${telwoord(organisaties, "organisatie", "organisaties")}`;
  return zicht.metBanden ? `${wie} en ${telwoord(zicht.banden, "band", "banden")}` : wie;
}

/** What the filters let through, so that a picture on paper tells it too; empty when they let all through. */
function filterWords({ v }: Paneelbron, { soorten, groepen, stappen, thema, regio }: Winkel["toestand"]): string {
  const { g } = v;
  const names = (rijen: readonly { code: string; naam: string }[], codes: ReadonlySet<string>): string => (codes.size ? opsomming(rijen.filter(({ code }) => codes.has(code)).map(({ naam }) => naam)) : "");
  const delen = [
    g.regios.find(({ code }) => code === regio)?.naam,
    names(g.soorten, soorten),
    groepen.size && `band ${names(g.banden, groepen)}`,
    thema && `thema ${THEMA_NAAM[thema]}`,
    stappen.size && `stap ${opsomming([...stappen].sort().map((stap) => g.stappen[stap - 1]))}`,
  ].filter(Boolean);
  return delen.length ? `Alleen ${delen.join("; ")}.` : "";
}

export class Sommenbeeld implements View {
  readonly naam = "geografisch";
  readonly tab = "Geografisch";

  constructor(
    private readonly bron: Paneelbron,
    readonly tekenaar: Sommenkaart,
    private readonly winkel: Winkel,
  ) {}

  titel(): string {
    const { v, zicht, gekozen } = this.bron;
    if (gekozen < 0) return `${countWords(this.bron)}, per gemeente`;
    return `${inZin(v.g.gemeenten.naam[gekozen])}: ${telwoord(zicht.totaal[gekozen], "organisatie", "organisaties")}`;
  }

  ondertitel(): string {
    const { zicht, gekozen } = this.bron;
    const lijnen = !zicht.metBanden ? "Banden zijn hier niet per stap geteld" : gekozen >= 0 ? "De lijnen zijn haar banden met andere gemeenten" : "Zoom in voor meer lijnen; klik voor één gemeente";
    return [filterWords(this.bron, this.winkel.toestand), `Elke ring is een gemeente, de kleuren zijn de sectoren. ${lijnen}.`].filter(Boolean).join(" ");
  }

  legende(): Legende[] {
    const { v, zicht } = this.bron;
    const { soorten, zones } = v.g;
    const { drempel, hoogste, meer } = this.tekenaar;
    const kleuren = SECTORVOLGORDE.filter((kleur) => soorten.some((soort, k) => soort.kleur === kleur && zicht.aantal.some((n, i) => n > 0 && i % soorten.length === k)));
    const lijn = (n: number): Legende["rijen"][number] => ({
      tekst: `${telwoord(n, "band", "banden")}${meer && n === drempel ? " (minder: zoom in)" : ""}`,
      teken: (ctx, b, h) => drawSample(ctx, b, h, LIJNKLEUR, lineWidth(n, hoogste), 4),
    });
    const lijnen = zicht.paren.length && drempel ? [...new Set([drempel, hoogste])].map(lijn) : [];
    return [
      ...(lijnen.length ? [{ titel: "Banden tussen gemeenten", rijen: lijnen }] : []),
      {
        titel: "Sectoren, met de klok mee",
        breed: 30,
        rijen: kleuren.map((kleur) => ({
          tekst: sectorName(zones, kleur),
          teken: (ctx: CanvasRenderingContext2D, b: number, h: number): void => {
            drawSector(ctx, kleur, 9, (naast) => {
              ctx.moveTo(3, h / 2 - naast);
              ctx.lineTo(b - 3, h / 2 - naast);
            });
          },
        })),
      },
    ];
  }

  paneel(): Node[] {
    return panel(this.bron);
  }

  vernieuw(): void {
    // Drawn by the page.
  }
}

export class Sommentabel implements View {
  readonly naam = "tabel";
  readonly tab = "Tabel";
  readonly blad: Lijstblad;

  constructor(
    private readonly bron: Paneelbron,
    private readonly winkel: Winkel,
  ) {
    this.blad = new Lijstblad(lists(bron), winkel);
  }

  titel(): string {
    return `${countWords(this.bron)}, als lijst`;
  }

  ondertitel(): string {
    return filterWords(this.bron, this.winkel.toestand) || "Alles wat op de kaart staat. De filters links werken ook hier.";
  }

  vernieuw(): void {
    this.blad.vernieuw();
  }

  bijwerk(host: HTMLElement): void {
    this.blad.bijwerk(host);
  }

  paneel(): Node[] {
    return panel(this.bron);
  }
}
