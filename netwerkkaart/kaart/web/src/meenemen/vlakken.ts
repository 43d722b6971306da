// Patterns that the style sheet paints with gradients, as SVG: stripes, dots, parts of a bar.

import { short } from "../teken/pad";
import { splitColour, type Svgpen } from "../teken/svgpen";
import { colour, rect, type Rechthoek } from "./vormen";

interface Stap {
  kleur: string;
  plaats: number;
}

/** Split at commas outside brackets. */
function layers(tekst: string): string[] {
  const uit: string[] = [];
  let diep = 0;
  let begin = 0;
  [...tekst].forEach((teken, i) => {
    if (teken === "(") diep++;
    else if (teken === ")") diep--;
    else if (teken === "," && !diep) {
      uit.push(tekst.slice(begin, i).trim());
      begin = i + 1;
    }
  });
  return [...uit, tekst.slice(begin).trim()];
}

function size(maat: string, geheel: number): number {
  return maat.endsWith("%") ? (Number.parseFloat(maat) / 100) * geheel : Number.parseFloat(maat) || geheel;
}

/** Paint the layers of a background, the undermost first. */
export function paintLayers(pen: Svgpen, vak: Rechthoek, rond: number, stijl: CSSStyleDeclaration): void {
  const beelden = layers(stijl.backgroundImage);
  const maten = layers(stijl.backgroundSize);
  const plaatsen = layers(stijl.backgroundPosition);
  const herhalen = layers(stijl.backgroundRepeat);
  for (let i = beelden.length - 1; i >= 0; i--) {
    const [breed, hoog = "auto"] = maten[i % maten.length].split(" ");
    const tegel = { b: breed === "auto" ? vak.b : size(breed, vak.b), h: hoog === "auto" ? vak.h : size(hoog, vak.h) };
    const [px, py] = plaatsen[i % plaatsen.length].split(" ");
    const dx = px.endsWith("%") ? (Number.parseFloat(px) / 100) * (vak.b - tegel.b) : Number.parseFloat(px) || 0;
    const dy = py.endsWith("%") ? (Number.parseFloat(py) / 100) * (vak.h - tegel.h) : Number.parseFloat(py) || 0;
    const deel = { x: vak.x + dx, y: vak.y + dy, ...tegel };
    const heel = tegel.b >= vak.b - 0.5 && tegel.h >= vak.h - 0.5;
    if (heel || herhalen[i % herhalen.length].startsWith("no-repeat")) pen.raw(rect(deel, heel ? rond : 0, gradient(pen, beelden[i], deel)));
    else repeat(pen, beelden[i], vak, rond, deel, herhalen[i % herhalen.length]);
  }
}

/** Angle and stops of a linear gradient in CSS; places in pixels along its line. */
function readLinear(tekst: string, lengte: (hoek: number) => number): { hoek: number; stappen: Stap[] } {
  const delen = layers(tekst.slice(tekst.indexOf("(") + 1, tekst.lastIndexOf(")")));
  const hoek = delen[0].endsWith("deg") ? Number.parseFloat(delen.shift() ?? "180") : 180;
  const lang = lengte(hoek);
  const stappen = delen.flatMap((deel, i): Stap[] => {
    const kleur = /^(rgba?\([^)]*\)|\S+)/.exec(deel)?.[0] ?? "none";
    const plaatsen = deel.slice(kleur.length).trim().split(/\s+/).filter(Boolean);
    if (!plaatsen.length) return [{ kleur, plaats: (lang * i) / Math.max(1, delen.length - 1) }];
    return plaatsen.map((plaats) => ({ kleur, plaats: plaats.endsWith("%") ? (Number.parseFloat(plaats) / 100) * lang : Number.parseFloat(plaats) }));
  });
  return { hoek, stappen };
}

function gradient(pen: Svgpen, tekst: string, { x, y, b, h }: Rechthoek): string {
  const straal = (hoek: number): [number, number] => [Math.sin((hoek * Math.PI) / 180), -Math.cos((hoek * Math.PI) / 180)];
  const lengte = (hoek: number): number => Math.abs(b * straal(hoek)[0]) + Math.abs(h * straal(hoek)[1]);
  const { hoek, stappen } = readLinear(tekst, lengte);
  const kleuren = new Set(stappen.map(({ kleur }) => kleur));
  if (kleuren.size === 1) return colour("fill", stappen[0].kleur) || ' fill="none"';
  const herhaalt = tekst.startsWith("repeating");
  const [ux, uy] = straal(hoek);
  const lang = lengte(hoek);
  const eind = herhaalt ? stappen[stappen.length - 1].plaats : lang;
  const bx = x + b / 2 - (ux * lang) / 2;
  const by = y + h / 2 - (uy * lang) / 2;
  const stops = stappen.map(({ kleur, plaats }) => {
    const { tint, dekking } = splitColour(kleur);
    return `<stop offset="${Math.round((1e4 * plaats) / eind) / 1e4}" stop-color="${tint === "none" ? "#fff" : tint}"${dekking < 1 ? ` stop-opacity="${short(dekking)}"` : ""}/>`;
  });
  const id = pen.define(
    "v",
    `<linearGradient id="#" gradientUnits="userSpaceOnUse" x1="${short(bx)}" y1="${short(by)}" x2="${short(bx + ux * eind)}" y2="${short(by + uy * eind)}"` +
      `${herhaalt ? ' spreadMethod="repeat"' : ""}>${stops.join("")}</linearGradient>`,
  );
  return ` fill="url(#${id})"`;
}

/** A tile that repeats: a dot of a radial gradient, or a linear one. */
function repeat(pen: Svgpen, tekst: string, vak: Rechthoek, rond: number, deel: Rechthoek, hoe: string): void {
  const stip = /^radial-gradient\(circle at ([\d.]+)px ([\d.]+)px, (rgba?\([^)]*\)) ([\d.]+)px/.exec(tekst);
  const inhoud = stip
    ? `<circle cx="${stip[1]}" cy="${stip[2]}" r="${short(Number(stip[4]) + 0.15)}"${colour("fill", stip[3])}/>`
    : rect({ x: 0, y: 0, b: deel.b, h: deel.h }, 0, gradient(pen, tekst, { ...deel, x: 0, y: 0 }));
  const id = pen.define("p", `<pattern id="#" patternUnits="userSpaceOnUse" x="${short(deel.x)}" y="${short(deel.y)}" width="${short(deel.b)}" height="${short(deel.h)}">${inhoud}</pattern>`);
  const strook = hoe === "repeat-x" ? { ...vak, y: deel.y, h: deel.h } : hoe === "repeat-y" ? { ...vak, x: deel.x, b: deel.b } : vak;
  pen.raw(rect(strook, rond, ` fill="url(#${id})"`));
}
