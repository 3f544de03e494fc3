import { expect, it } from "@jest/globals";
import { sourcesUnder } from "../../server/commands/house/sources.js";

/** Where the word is truly WhatsApp's and no choice of ours: the rest asks `shared/channel.ts` through what Saldo writes. */
const WHATSAPPS_OWN: Readonly<Record<string, string>> = {
  "policy/domain/packs/": "rules of law and of Meta name the channels they are about",
  "policy/opt-outs.service.ts": "where an objection was said: in WhatsApp itself",
  "outbox/deliveries.service.ts": "where an objection was said: in WhatsApp itself",
  "negotiation/agent-messages.service.ts": "where an objection was said: in WhatsApp itself",
  "negotiation/domain/channel-of.ts": "what an inbox of the helpdesk is",
  "imports/rows/domain/consent-cell.ts": "words that stand in files",
  "kpis/metrics/": "objectives that guides state for WhatsApp",
  "kpis/costs/": "what WhatsApp charges, and words that stand in files",
  "kpis/objectives/": "objectives that guides state for WhatsApp",
  "kpis/projections/contacts/domain/contact-record.ts": "records of before any channel was named",
  "cadences/outlook.view.ts": "the channels of a page, in its order",
};

const LITERAL = /(?<=["'`/])whatsapp(?=["'`/])/;
const COMMENT = /^\s*(\/\/|\/?\*)/;

const names = (text: string) => text.split("\n").some((line) => !COMMENT.test(line) && LITERAL.test(line));
const modules = sourcesUnder(process.cwd(), "server/modules");
const placeOf = (path: string) => Object.keys(WHATSAPPS_OWN).find((place) => path.startsWith(`server/modules/${place}`));

it("by whoever writes through it", () => {
  expect(modules.filter(({ path, text }) => !placeOf(path) && names(text)).map(({ path }) => path)).toEqual([]);
});

it("and the list of places that name it by right gets no longer than it has to be", () => {
  const used = new Set(modules.filter(({ text }) => names(text)).map(({ path }) => placeOf(path)));
  expect(Object.keys(WHATSAPPS_OWN).filter((place) => !used.has(place))).toEqual([]);
});

it("notices one in a statement and in a key, and none in a comment or a longer word", () => {
  const planted = [`where c.channel = 'whatsapp'`, "`${id}/whatsapp/${step}`", ` * by "whatsapp"`, `"at_whatsapp"`, `"whatsapp_guide"`];
  expect(planted.map(names)).toEqual([true, true, false, false, false]);
});
