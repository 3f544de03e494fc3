import { chart } from "./chart.js";
import { day, language, moment, money, number, say } from "./words.js";

const at = (id) => document.getElementById(id);
const KINDS = ["messages", "answers", "payments", "promises", "optOuts"];
const EVERY = 500;
let shown = "";

document.documentElement.lang = language;
document.title = `${say("title")} · Saldo`;
for (const [id, key] of [
  ["title", "title"],
  ["chart-title", "chart"],
  ["chart-note", "chartNote"],
  ["heard-title", "heard"],
  ["enter-title", "enter"],
  ["enter-note", "wait"],
  ["progress-title", "starting"],
]) {
  at(id).textContent = say(key);
}

async function look() {
  try {
    const state = await (await fetch("/demo/state")).json();
    draw(state);
    if (state.ready) return;
  } catch {
    at("enter-note").textContent = say("lost");
  }
  setTimeout(() => void look(), EVERY);
}

function draw(state) {
  const { of, debtors, days, totals, heard, ready } = state;
  // A page that draws what has not changed flickers under the reader's pointer.
  const now = `${days.length}/${ready !== null}`;
  if (now === shown) return;
  shown = now;
  at("lead").textContent = say("lead", { debtors: number(debtors) });
  at("progress-title").textContent = say(ready ? "done" : days.length === 0 ? "starting" : "living", { day: days.length, of });
  at("date").textContent = days.length === 0 ? "" : day(days.at(-1).date);
  Object.assign(at("bar"), { max: of, value: days.length });
  at("totals").replaceChildren(
    ...KINDS.map((kind) => {
      const box = document.createElement("div");
      const name = document.createElement("dt");
      const value = document.createElement("dd");
      name.textContent = say(kind);
      value.textContent = number(totals[kind]);
      box.append(name, value);
      return box;
    }),
  );
  at("chart").replaceChildren(chart(days, of));
  at("heard").replaceChildren(...(heard.length === 0 ? [line(say("nobody"), "")] : heard.map(sentence)));
  if (ready) open(ready);
}

const sentence = ({ at: when, text, paid }) => line(paid ? say("paid", { text: money(paid) }) : `“${text}”`, moment(when));

function line(words, when) {
  const item = document.createElement("li");
  const time = document.createElement("span");
  time.className = "when num";
  time.textContent = when;
  item.append(time, words);
  return item;
}

function open({ panel, helpdesk, account, people }) {
  at("enter-note").textContent = say("pick");
  at("doors").replaceChildren(
    ...people.map(({ role, token }) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = say(role);
      button.addEventListener("click", () => void enter(button, account, token, panel));
      return button;
    }),
  );
  const link = document.createElement("a");
  link.href = helpdesk;
  link.textContent = helpdesk;
  at("helpdesk").replaceChildren(`${say("helpdesk")} `, link);
}

/** The same door a person uses, with the sandbox's own token. */
async function enter(button, account, accessToken, panel) {
  button.disabled = true;
  const answer = await fetch("/api/session", {
    method: "POST",
    headers: { "content-type": "application/json", "x-saldo": "1" },
    body: JSON.stringify({ account, accessToken }),
  }).catch(() => null);
  button.disabled = false;
  if (answer?.ok) location.assign(panel);
  else at("enter-note").textContent = say("failed");
}

await look();
