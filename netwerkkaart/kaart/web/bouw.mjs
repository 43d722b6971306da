// Bundle the page's code and style: one script, one style sheet, the same bytes for the same sources.
import { build } from "esbuild";
import { mkdirSync, rmSync } from "node:fs";

rmSync("dist", { recursive: true, force: true });
mkdirSync("dist", { recursive: true });

const gedeeld = {
  bundle: true,
  minify: true,
  charset: "utf8",
  target: ["chrome100", "firefox100", "safari15.4"],
  legalComments: "inline",
  logLevel: "warning",
  loader: { ".woff2": "dataurl" },
};

const LICENTIES =
  "/*! Netwerkkaart (EUPL-1.2). Holds d3 (ISC, Mike Bostock), polylabel (ISC, Mapbox), tinyqueue (ISC, " +
  "Volodymyr Agafonkin) and MiniSearch (MIT, Luca Ongaro). */";

const BEGIN = { kaart: "hoofd", rond: "rond", formulier: "formulier/hoofd", verdicht: "verdicht/hoofd" };

for (const [naam, begin] of Object.entries(BEGIN)) {
  await build({
    ...gedeeld,
    entryPoints: [`src/${begin}.ts`],
    outfile: `dist/${naam}.js`,
    format: "iife",
    banner: naam === "kaart" ? { js: LICENTIES } : {},
  });
  await build({ ...gedeeld, entryPoints: [`src/stijl/${naam}.css`], outfile: `dist/${naam}.css` });
}
