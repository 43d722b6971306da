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
};

await build({ ...gedeeld, entryPoints: ["src/hoofd.ts"], outfile: "dist/kaart.js", format: "iife" });
await build({ ...gedeeld, entryPoints: ["src/stijl/kaart.css"], outfile: "dist/kaart.css" });
