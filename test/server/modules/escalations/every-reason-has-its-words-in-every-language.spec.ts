import { describe, expect, it } from "@jest/globals";
import { noteText, reasonText } from "../../../../server/modules/escalations/case-reason.words.js";
import { CASE_REASONS } from "../../../../server/modules/escalations/rules.js";
import { TEXTS } from "../../../../server/platform/words/texts.js";

describe.each(TEXTS.locales())("in %s", (locale) => {
  it.each(CASE_REASONS)("%s", (reason) => {
    const note = noteText(reason, locale);
    expect(note).toMatch(/^Saldo: .+\n\n.+\.$/s);
    // The helpdesk renders Liquid in what it is given, and a note is read in a narrow column.
    expect(note).not.toMatch(/[{}]/);
    expect(note.length).toBeLessThan(400);
    expect(reasonText(reason, locale)).toMatch(/^\p{Lu}.{5,59}[^.]$/u);
  });

  it("says each thing differently", () => {
    expect(new Set(CASE_REASONS.map((reason) => noteText(reason, locale))).size).toBe(CASE_REASONS.length);
  });
});
