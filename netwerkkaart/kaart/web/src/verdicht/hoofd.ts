// The page of a network too large to show each organisation: the picture, its panel, and the keys.

import { announce, byId, el, fill } from "../bediening/dom";
import { legendNodes } from "../bediening/legende";
import { RICHTING, zoomButtons } from "../bediening/stuur";
import { SECTORKLEUR } from "../data/kleuren";
import { GEEN } from "../data/model";
import { getal, telwoord } from "../data/zinnen";
import { Doek } from "../teken/doek";
import { Kaartbasis } from "../teken/kaartbasis";
import { SECTORVOLGORDE } from "../teken/ringen";
import { type Sommen, Verzameling } from "./gegevens";
import { Sommenkaart } from "./kaart";
import { panel } from "./paneel";

class Pagina {
  private readonly v = new Verzameling(JSON.parse(byId("gegevens").textContent ?? "{}") as Sommen);
  private readonly kaart = new Sommenkaart(this.v, new Kaartbasis({ g: this.v.g }));
  private readonly doek = new Doek(byId("doek"));

  constructor() {
    document.documentElement.dataset.view = "geografisch";
    const { datum, bron, grenzen } = this.v.g;
    fill(byId("stand"), datum && el("span", {}, "stand van ", el("b", {}, datum)));
    fill(byId("voet"), el("span", {}, bron ? `Bron: ${bron}` : "Bron niet genoemd"), el("span", { title: grenzen }, grenzen));
    this.kaart.kies = (gemeente) => this.choose(gemeente);
    this.kaart.vraagTop = () => this.doek.renderTop();
    this.kaart.kopHoogte = () => document.querySelector<HTMLElement>(".kop")?.offsetHeight ?? 60;
    this.doek.naRust = () => this.legend();
    byId("knoppen").append(...zoomButtons(this.doek));
    byId("doek").addEventListener("keydown", (event) => this.onKey(event));
    this.choose(this.read());
    this.doek.show(this.kaart);
    document.documentElement.dataset.klaar = String(Math.round(performance.now()));
  }

  /** The municipality that the address names. */
  private read(): number {
    return this.v.g.gemeenten.nis.indexOf(new URLSearchParams(location.hash.slice(1)).get("gemeente") ?? "");
  }

  private choose(gemeente: number): void {
    this.kaart.gekozen = gemeente;
    const { g, totaal } = this.v;
    const naam = g.gemeenten.naam[gemeente];
    byId("titel").textContent = gemeente < 0 ? `${getal(g.organisaties)} organisaties en ${getal(g.banden)} banden, per gemeente` : `${naam}: ${telwoord(totaal[gemeente], "organisatie", "organisaties")}`;
    byId("ondertitel").textContent = "Elke ring is een gemeente, de kleuren zijn de sectoren. Zoom in voor meer lijnen; klik voor één gemeente.";
    document.title = `${byId("titel").textContent} · Netwerkkaart ${g.titel}`;
    byId("doek").setAttribute("aria-label", `${byId("titel").textContent}. Loop met de pijltjes van gemeente naar gemeente, kies met Enter, laat los met Escape. Rechts staan alle gemeenten als tabel.`);
    fill(byId("rechts"), el("div", { class: "paneelinhoud" }, ...panel(this.v, gemeente, (welke) => this.choose(welke))));
    history.replaceState(null, "", gemeente < 0 ? location.pathname : `#gemeente=${g.gemeenten.nis[gemeente]}`);
    if (gemeente >= 0) announce(`${naam} gekozen. Het paneel toont de sectoren en de buren.`);
    this.doek.redraw();
  }

  private legend(): void {
    const { zones, aantal } = this.v.g;
    const aanwezig = new Set(zones.filter((_, z) => aantal.some((n, i) => n && i % zones.length === z)).map(({ kleur }) => kleur));
    const hoogste = this.v.paren[0]?.aantal ?? 0;
    const lijn = (n: number): { tekst: string; teken: (ctx: CanvasRenderingContext2D, b: number, h: number) => void } => ({
      tekst: `${telwoord(n, "band", "banden")}${n === this.kaart.drempel && n < hoogste ? " (minder: zoom in)" : ""}`,
      teken: (ctx, b, h) => {
        ctx.strokeStyle = "#8496A4";
        ctx.lineWidth = 0.7 + (8.5 * n) / Math.max(1, hoogste);
        ctx.beginPath();
        ctx.moveTo(4, h / 2);
        ctx.lineTo(b - 4, h / 2);
        ctx.stroke();
      },
    });
    const blokken = [
      { titel: "Banden tussen gemeenten", rijen: [...new Set([this.kaart.drempel, hoogste])].filter(Boolean).map(lijn) },
      {
        titel: "Sectoren",
        breed: 18,
        rijen: SECTORVOLGORDE.filter((kleur) => aanwezig.has(kleur)).map((kleur) => ({
          tekst: kleur === "onderwijs" ? "Onderwijs" : (zones.find((zone) => zone.kleur === kleur)?.naam ?? kleur),
          teken: (ctx: CanvasRenderingContext2D, _b: number, h: number): void => {
            ctx.fillStyle = SECTORKLEUR[kleur].vul;
            ctx.fillRect(2, h / 2 - 6, 12, 12);
          },
        })),
      },
    ];
    byId("legende").replaceChildren(...legendNodes(blokken));
  }

  private onKey(event: KeyboardEvent): void {
    const richting = RICHTING[event.key];
    if (richting && event.shiftKey) this.doek.panBy(-80 * richting[0], -80 * richting[1]);
    else if (richting) {
      const volgende = this.kaart.next(...richting);
      if (volgende >= 0) {
        this.kaart.zweef = volgende;
        this.doek.renderTop();
        announce(`${this.v.g.gemeenten.naam[volgende]}, ${telwoord(this.v.totaal[volgende], "organisatie", "organisaties")}`);
      }
    } else if (event.key === "Enter" && this.kaart.zweef >= 0) this.choose(this.kaart.zweef);
    else if (event.key === "Escape") this.choose(GEEN);
    else if (event.key === "+") this.doek.zoomBy(1.6);
    else if (event.key === "-") this.doek.zoomBy(1 / 1.6);
    else if (event.key === "0") this.doek.reset();
    else return;
    event.preventDefault();
  }
}

new Pagina();
