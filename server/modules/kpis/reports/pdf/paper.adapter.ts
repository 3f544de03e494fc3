import { createRequire } from "node:module";

const { resolve } = createRequire(import.meta.url);
const FONTS = {
  plain: resolve("@fontsource/inter/files/inter-latin-400-normal.woff"),
  strong: resolve("@fontsource/inter/files/inter-latin-600-normal.woff"),
};
/** Numbers of one width, so that they stand below each other. */
const FEATURES: PDFKit.Mixins.OpenTypeFeatures[] = ["tnum"];

/** A4 in points. */
const MARGIN = 48;
const HEIGHT = 841.89;
const FOOT = 64;
export const PAPER_WIDTH = 595.28 - 2 * MARGIN;

export const INK = "#202020";
export const QUIET = "#646464";
export const LINE = "#e0e0e0";

interface Style {
  readonly size?: number;
  readonly strong?: boolean;
  readonly color?: string;
  readonly align?: "left" | "right";
}

export interface Column {
  readonly title: string;
  /** Points. */
  readonly width: number;
  readonly align?: "left" | "right";
}

export interface Cell {
  readonly text: string;
  /** A second line, smaller. */
  readonly small?: string;
  readonly strong?: boolean;
  readonly color?: string;
}

interface Heading {
  readonly title: string;
  readonly author: string;
  readonly lang: string;
  readonly at: Date;
}

/** Pages written from above: whatever does not fit goes to the next one whole. The same calls make the same bytes. */
export class Paper {
  private readonly chunks: Uint8Array[] = [];
  y = MARGIN;

  private constructor(readonly doc: PDFKit.PDFDocument) {
    this.doc.on("data", (chunk: Uint8Array) => this.chunks.push(chunk));
  }

  static async begin({ title, author, lang, at }: Heading): Promise<Paper> {
    // Read with the first report: a process that makes none has no use for its megabytes.
    const { default: PDFDocument } = await import("pdfkit");
    const info = { Title: title, Author: author, Producer: "Saldo", Creator: "Saldo", CreationDate: at, ModDate: at };
    return new Paper(new PDFDocument({ size: "A4", margin: 0, bufferPages: true, info, lang, displayTitle: true, font: FONTS.plain }));
  }

  /** Begins a new page where this height is not left. */
  keep(height: number): void {
    if (this.y + height <= HEIGHT - FOOT) return;
    this.doc.addPage();
    this.y = MARGIN;
  }

  space(height: number): void {
    this.y += height;
  }

  /** A paragraph over the whole width. */
  words(text: string, style: Style = {}): void {
    this.keep(this.heightOf(text, PAPER_WIDTH, style));
    this.y += this.at(text, 0, this.y, PAPER_WIDTH, style);
  }

  heading(text: string, below: number): void {
    this.space(18);
    this.keep(30 + below);
    this.words(text, { size: 13, strong: true });
    this.space(6);
  }

  /** Text in a box. @param x from the left margin @returns its height */
  at(text: string, x: number, y: number, width: number, style: Style = {}): number {
    const height = this.heightOf(text, width, style);
    this.doc
      .fillColor(style.color ?? INK)
      .text(text, MARGIN + x, y, { width, align: style.align ?? "left", features: FEATURES, lineGap: lineGap(style), lineBreak: true });
    return height;
  }

  widthOf(text: string, { size = 9.5, strong = false }: Style): number {
    return this.doc
      .font(strong ? FONTS.strong : FONTS.plain)
      .fontSize(size)
      .widthOfString(text, { features: FEATURES });
  }

  rule(y: number, color = LINE): void {
    this.doc
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + PAPER_WIDTH, y)
      .lineWidth(0.5)
      .strokeColor(color)
      .stroke();
  }

  box(x: number, y: number, width: number, height: number, color: string): void {
    this.doc.rect(MARGIN + x, y, width, height).fill(color);
  }

  line(points: readonly (readonly [number, number])[], color: string): void {
    const [first, ...rest] = points;
    if (!first) return;
    this.doc.moveTo(MARGIN + first[0], first[1]);
    for (const [x, y] of rest) this.doc.lineTo(MARGIN + x, y);
    this.doc.lineWidth(1.5).lineJoin("round").strokeColor(color).stroke();
  }

  dot(x: number, y: number, radius: number, color: string): void {
    this.doc.circle(MARGIN + x, y, radius).fill(color);
  }

  table(columns: readonly Column[], rows: readonly (readonly Cell[])[]): void {
    const head = columns.map(({ title }) => ({ text: title, color: QUIET }));
    this.keep(this.rowHeight(columns, head) + (rows[0] ? this.rowHeight(columns, rows[0]) : 0));
    this.row(columns, head);
    for (const row of rows) {
      const height = this.rowHeight(columns, row);
      if (this.y + height > HEIGHT - FOOT) {
        this.keep(HEIGHT);
        this.row(columns, head);
      }
      this.row(columns, row);
    }
  }

  /** Writes the foot of every page. @returns the file */
  async end(foot: string): Promise<Uint8Array> {
    const { count } = this.doc.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.doc.switchToPage(page);
      const y = HEIGHT - FOOT + 20;
      this.rule(y - 8);
      this.at(foot, 0, y, PAPER_WIDTH - 60, { size: 7.5, color: QUIET });
      this.at(`${page + 1} / ${count}`, PAPER_WIDTH - 50, y, 50, { size: 7.5, color: QUIET, align: "right" });
    }
    const ended = new Promise<void>((done) => this.doc.on("end", done));
    this.doc.end();
    await ended;
    return Buffer.concat(this.chunks);
  }

  private heightOf(text: string, width: number, style: Style): number {
    this.doc.font(style.strong ? FONTS.strong : FONTS.plain).fontSize(style.size ?? 9.5);
    return this.doc.heightOfString(text, { width, features: FEATURES, lineGap: lineGap(style) });
  }

  private rowHeight(columns: readonly Column[], cells: readonly Cell[]): number {
    const heights = cells.map(({ text, small, strong = false }, index) => {
      const width = (columns[index]?.width ?? 0) - GAP;
      return this.heightOf(text, width, { strong }) + (small ? this.heightOf(small, width, SMALL) : 0);
    });
    return Math.max(...heights) + 2 * PADDING;
  }

  private row(columns: readonly Column[], cells: readonly Cell[]): void {
    const height = this.rowHeight(columns, cells);
    let x = 0;
    for (const [index, { width, align = "left" }] of columns.entries()) {
      const cell = cells[index];
      const left = index > 0 ? x + GAP : x;
      if (cell) {
        const { text, small, strong = false, color = INK } = cell;
        const used = this.at(text, left, this.y + PADDING, width - GAP, { strong, color, align });
        if (small) this.at(small, left, this.y + PADDING + used, width - GAP, { ...SMALL, align });
      }
      x += width;
    }
    this.y += height;
    this.rule(this.y);
  }
}

const GAP = 8;
const PADDING = 4.5;
const SMALL = { size: 8, color: QUIET } as const;
const lineGap = ({ size = 9.5 }: Style) => size * 0.25;
