import { expect, test } from "@jest/globals";
import { library } from "./support/library.js";

/** What the person who reads it can do next: young debts want a reminder or an answer, older ones a plan or time. */
const MENUS = {
  pre_due: ["pay_now", "remind_me", "question"],
  d1_30: ["pay_now", "remind_me", "question"],
  d31_90: ["pay_now", "payment_plan", "more_time"],
  d91_plus: ["pay_now", "payment_plan", "more_time"],
} as const;

for (const [stage, menu] of Object.entries(MENUS)) {
  test(`${stage}, in every language`, () => {
    const { templates } = library;
    const own = templates.filter((template) => template.stage === stage);
    expect(own.map(({ language }) => language)).toEqual(library.languages);
    for (const { buttons } of own) expect(buttons).toEqual(menu);
  });
}
