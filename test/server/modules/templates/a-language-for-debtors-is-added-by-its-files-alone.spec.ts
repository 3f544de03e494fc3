import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { interpret } from "../../../../server/modules/negotiation/rules.js";
import { sampleContext } from "../../../../server/modules/templates/domain/fill-body.js";
import { renderText } from "../../../../server/modules/templates/domain/render-text.js";
import { toWhatsAppSubmission } from "../../../../server/modules/templates/domain/whatsapp-components.js";
import { TemplateLibrary } from "../../../../server/modules/templates/template-library.adapter.js";
import { spokenFor } from "../../../../server/shared/locale.js";
import { library, TEMPLATES } from "./support/library.js";

const PRETEND = "en-XA";
const home = mkdtempSync(join(tmpdir(), "saldo-language-"));
afterAll(() => rmSync(home, { recursive: true }));

interface LanguageFile {
  buttons: Record<string, string>;
  days: { titles: { weekdays: string[] }; weekdays: string[][] };
  optOut: { alone: string[]; wishes: string[]; limits: string[] };
}

/** English with a mark in every text. */
function addPretend(): void {
  cpSync(TEMPLATES, home, { recursive: true });
  const english = JSON.parse(readFileSync(join(home, "languages/en.json"), "utf8")) as LanguageFile;
  english.buttons = Object.fromEntries(Object.entries(english.buttons).map(([intent, title]) => [intent, `${title} xx`]));
  english.days.titles.weekdays = english.days.titles.weekdays.map((day) => `${day}xx`);
  english.days.weekdays = english.days.weekdays.map((names) => names.map((name) => `${name}xx`));
  const { optOut } = english;
  english.optOut = { ...optOut, alone: ["xxstop"], wishes: ["xxwrite|xxcall me xxnever?"], limits: ["xxtoday"] };
  writeFileSync(join(home, `languages/${PRETEND}.json`), JSON.stringify(english));
  for (const file of globSync(join(home, "*/*.en.hbs"))) {
    writeFileSync(file.replace(".en.hbs", `.${PRETEND}.hbs`), `Pretend. ${readFileSync(file, "utf8")}`);
  }
}

test("its messages are written, approved under WhatsApp's name of it, and answered", async () => {
  addPretend();
  const more = await TemplateLibrary.load(home);
  expect(more.languages.map(({ locale }) => locale)).toEqual([...library.languages.map(({ locale }) => locale), PRETEND].toSorted());
  expect(more.templates).toHaveLength((library.templates.length / library.languages.length) * more.languages.length);

  const template = more.template("saldo_d1_30_reminder", PRETEND);
  expect(renderText(template, sampleContext(template))).toMatch(/^Pretend\. /);
  expect(toWhatsAppSubmission(template).language).toBe("en_XA");

  const language = spokenFor(PRETEND, more.languages)!;
  expect(interpret({ text: "Pay now xx", language, answersMessage: true })).toMatchObject({ meaning: "pay_now", source: "button" });
  expect(interpret({ text: "Ya pagué", language, answersMessage: true }).meaning).toBe("already_paid");
  const asked = { today: "2026-11-23", latest: "2026-12-20" };
  expect(interpret({ text: "Fridayxx", language, answersMessage: true, askedDay: asked })).toMatchObject({
    meaning: "day",
    day: "2026-11-27",
  });
});

test("how its speakers ask to stop is understood, of them and of every other debtor", async () => {
  const { languages } = await TemplateLibrary.load(home);
  for (const language of languages) {
    const said = (text: string) => interpret({ text, language, answersMessage: false });
    expect(said("XXSTOP")).toMatchObject({ meaning: "opt_out", whole: true });
    expect(said("xxwrite me xxnever")).toMatchObject({ meaning: "opt_out", whole: true });
    expect(said("xxcall me xxtoday").meaning).toBe("unclear");
    expect(said("no me escriban más").meaning).toBe("opt_out");
  }
});

test("one without its messages is refused, by the file that is missing", async () => {
  rmSync(join(home, `due/reminder.${PRETEND}.hbs`));
  await expect(TemplateLibrary.load(home)).rejects.toMatchObject({ detail: { field: `due/reminder.${PRETEND}.hbs` } });
});
