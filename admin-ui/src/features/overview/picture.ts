import type { CardHead, CardTable } from "./cardTable";

const SCALE = 2;
const WIDTH = 720;
const MARGIN = 24;
const LINE = 18;
const ROW = 28;
const BAR = { from: 190, width: 220, height: 12 };

/** A colour of the page as it is now, in the theme the reader sees. */
function colour(token: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** Draws a card as a picture: title, filters, zone and as-of, then each row with its bar and figures. */
export async function cardPicture({ title, account, lines }: CardHead, { columns, rows }: CardTable): Promise<Blob> {
  const font = getComputedStyle(document.body).fontFamily;
  await document.fonts.ready;
  const canvas = document.createElement("canvas");
  const head = MARGIN + 26 + lines.length * LINE + 12;
  const height = head + ROW * (rows.length + 1) + MARGIN;
  canvas.width = WIDTH * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser draws no pictures");
  context.scale(SCALE, SCALE);
  context.fillStyle = colour("--card");
  context.fillRect(0, 0, WIDTH, height);
  const write = (
    text: string,
    x: number,
    y: number,
    style: { size?: number; weight?: number; token?: string; end?: boolean; most?: number } = {},
  ) => {
    context.font = `${style.weight ?? 420} ${style.size ?? 13}px ${font}`;
    context.fillStyle = colour(style.token ?? "--t1");
    context.textAlign = style.end ? "right" : "left";
    context.fillText(text, x, y, style.most);
  };
  write(`${account}: ${title}`, MARGIN, MARGIN + 12, { size: 16, weight: 520 });
  lines.forEach((line, index) => write(line, MARGIN, MARGIN + 34 + index * LINE, { size: 12, token: "--t2", most: WIDTH - 2 * MARGIN }));
  const withBars = rows.some(({ bar }) => bar !== undefined);
  const left = withBars ? BAR.from + BAR.width + 16 : BAR.from;
  const room = (WIDTH - MARGIN - left) / Math.max(1, columns.length - 1);
  const x = (index: number) => left + room * index;
  columns.forEach((column, index) =>
    index === 0
      ? write(column, MARGIN, head + 8, { size: 12, token: "--t2" })
      : write(column, x(index), head + 8, { size: 12, token: "--t2", end: true, most: room - 8 }),
  );
  context.strokeStyle = colour("--line-strong");
  context.strokeRect(MARGIN, head + 16, WIDTH - 2 * MARGIN, 0);
  rows.forEach(({ cells, bar }, row) => {
    const y = head + ROW * (row + 1) + 10;
    cells.forEach((cell, index) =>
      index === 0 ? write(cell, MARGIN, y, { most: BAR.from - MARGIN - 8 }) : write(cell, x(index), y, { end: true, most: room - 8 }),
    );
    if (bar === undefined) return;
    context.fillStyle = colour("--s1");
    context.fillRect(BAR.from, y - 10, Math.max(2, bar * BAR.width), BAR.height);
  });
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("This browser draws no pictures"))), "image/png"),
  );
}
