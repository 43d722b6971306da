// The layers of a view that its legend leaves on, as the address keeps them.

import type { Omgeving } from "../omgeving";

/** Layers that are on: all, or those that the address names. */
export function layersOn<T extends string>(om: Omgeving, alle: readonly T[]): Set<T> {
  const genoemd = alle.filter((laag) => om.t.lagen.split(",").includes(laag));
  return new Set(genoemd.length ? genoemd : alle);
}

/** A click in the legend: the first leaves that layer alone, another adds one or takes it away. */
export function pickLayer<T extends string>(om: Omgeving, alle: readonly T[], laag: T): void {
  const aan = layersOn(om, alle);
  const nieuw = aan.size === alle.length ? new Set([laag]) : om.winkel.toggle(aan, laag);
  om.winkel.set({ lagen: nieuw.size && nieuw.size < alle.length ? alle.filter((l) => nieuw.has(l)).join(",") : "" });
}
