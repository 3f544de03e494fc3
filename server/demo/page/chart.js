import { day, number, say } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 960;
const BAND = 72;
const LABEL = 150;
const KINDS = ["messages", "answers", "payments"];

/** Three rows of bars over the same days, each on its own scale: their rhythm is what matters. */
export function chart(days, of) {
  const svg = element("svg", { viewBox: `0 0 ${WIDTH} ${KINDS.length * BAND + 20}`, role: "img", "aria-label": say("chart") });
  const step = (WIDTH - LABEL) / of;
  for (const [row, kind] of KINDS.entries()) {
    const top = row * BAND;
    const most = Math.max(1, ...days.map((each) => each[kind]));
    const total = days.reduce((sum, each) => sum + each[kind], 0);
    svg.append(
      text(0, top + 30, say(kind), "label"),
      text(0, top + 52, number(total), "total"),
      element("line", { x1: LABEL, x2: WIDTH, y1: top + BAND - 12, y2: top + BAND - 12, class: "axis" }),
    );
    for (const [index, each] of days.entries()) {
      const height = ((BAND - 22) * each[kind]) / most;
      const bar = element("rect", {
        x: LABEL + index * step + 1,
        y: top + BAND - 12 - height,
        width: Math.max(1, step - 2),
        height,
        class: kind,
        rx: 1,
      });
      const title = element("title", {});
      title.textContent = say("each", {
        date: day(each.date),
        messages: number(each.messages),
        answers: number(each.answers),
        payments: number(each.payments),
      });
      bar.append(title);
      svg.append(bar);
    }
  }
  for (const index of [0, 14, 29, 44, 59]) {
    const each = days[index];
    if (each) svg.append(text(LABEL + index * step, KINDS.length * BAND + 12, day(each.date, { day: "numeric", month: "short" }), "tick"));
  }
  return svg;
}

function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function text(x, y, content, className) {
  const made = element("text", { x, y, class: className });
  made.textContent = content;
  return made;
}
