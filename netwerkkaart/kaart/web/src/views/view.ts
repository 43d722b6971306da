// What every view offers to the page; a new tab is one more of these.

import type { Tekenaar } from "../teken/doek";

export interface Legende {
  /** Title, and rows of a drawn sample with words. */
  titel: string;
  /** Colours of a scale from 0 to 100%, drawn as one strip. */
  schaal?: readonly string[];
  /** Width of the samples; 44 pixels when absent. */
  breed?: number;
  rijen: { teken: (ctx: CanvasRenderingContext2D, b: number, h: number) => void; tekst: string }[];
}

export interface View {
  readonly naam: string;
  readonly tab: string;
  /** Changes when the picture must be fitted again, or a sheet be read from its top, as for another municipality. */
  sleutel?(): string;
  /** A way back, before the subtitle. */
  terug?(): { tekst: string; klik: () => void } | null;
  /** The finding that the picture shows, in words and numbers. */
  titel(): string;
  ondertitel(): string;
  /** How a view draws itself; absent for views that are a list. */
  readonly tekenaar?: Tekenaar | undefined;
  /** Fill the part of the page that is no canvas: below or over the picture. */
  bijwerk?(host: HTMLElement): void;
  /** One or two sentences in a corner of the picture: how to read it, or what it left out when it was last drawn. */
  uitleg?(): string;
  legende?(): Legende[];
  /** True when the panel at the right is this view's own, whatever is chosen. */
  readonly eigenPaneel?: boolean;
  /** What stands in the panel at the right when nothing is chosen. */
  paneel(): Node[];
  /** Place of an organisation in the coordinates of the picture, for the arrow keys. */
  plaats?(org: number): [number, number] | null;
  /** What the arrow keys walk along where that is no organisation: a step gives what it came to, in words. */
  readonly wandel?: { langs: string; stap(dx: number, dy: number): string; kies(): void };
  /** Called when it comes into sight, and after each change of state. */
  vernieuw(): void;
}
