import { expect, test } from "@jest/globals";
import { templateVersion } from "../../../../server/modules/templates/template-version.adapter.js";
import { library } from "./support/library.js";

/**
 * A version is a hash of every word the debtor can see, buttons and footer too, and of the places of the values. WhatsApp approves texts: a
 * changed one has another version, and its line here says that somebody meant it.
 */
const APPROVED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  es: {
    already_paid_received: "v1-8e4cade41cdb",
    ask_day_again: "v1-8b9d8d95db4a",
    ask_promise_day: "v1-bef8cb31417c",
    ask_reminder_day: "v1-c3cdbb7783ea",
    dispute_received: "v1-24a4d6530437",
    opt_out_confirmed: "v1-485bd6a5fa59",
    pay_link: "v1-36b14ac5d2c1",
    person_will_answer: "v1-16d138567124",
    promise_confirmed: "v1-edadc3a94ec0",
    reminder_confirmed: "v1-b89e4ae44b34",
    saldo_d1_30_reminder: "v1-6f6b08d036a6",
    saldo_d31_90_reminder: "v1-8fda569435ca",
    saldo_d91_plus_reminder: "v1-d9d8ca8322c3",
    saldo_due_reminder: "v2-f23400512f65",
    saldo_pre_due_reminder: "v1-bc8670d11a0e",
    wrong_person_apology: "v1-d106dd7ad37a",
  },
  "pt-BR": {
    already_paid_received: "v1-204f5d667d5b",
    ask_day_again: "v1-edb4135f5c79",
    ask_promise_day: "v1-53398cc8f0de",
    ask_reminder_day: "v1-7cf35b0b0d9e",
    dispute_received: "v1-39d9bbe41def",
    opt_out_confirmed: "v1-094e3880646d",
    pay_link: "v1-36f615cfe71f",
    person_will_answer: "v1-b6b2ce9ca08f",
    promise_confirmed: "v1-0362df496651",
    reminder_confirmed: "v1-572f846fcc80",
    saldo_d1_30_reminder: "v1-0fd724f87ed5",
    saldo_d31_90_reminder: "v1-a7d3a84f480f",
    saldo_d91_plus_reminder: "v1-082d7bd83ee5",
    saldo_due_reminder: "v2-3213a2c906cb",
    saldo_pre_due_reminder: "v1-d6ed9b9f8eda",
    wrong_person_apology: "v1-70d368ad96dd",
  },
  en: {
    already_paid_received: "v1-68696702949f",
    ask_day_again: "v1-f0496eed5c6b",
    ask_promise_day: "v1-ae28e67401e2",
    ask_reminder_day: "v1-06d7d5598000",
    dispute_received: "v1-26e1f5c988aa",
    opt_out_confirmed: "v1-58095b10e87e",
    pay_link: "v1-c096ec3009fb",
    person_will_answer: "v1-69116dcfb759",
    promise_confirmed: "v1-0cff5b48b65e",
    reminder_confirmed: "v1-a29b2fd2f5d9",
    saldo_d1_30_reminder: "v1-48c56887d78e",
    saldo_d31_90_reminder: "v1-8290d382ddff",
    saldo_d91_plus_reminder: "v1-f966047aefe1",
    saldo_due_reminder: "v2-a916926a21ea",
    saldo_pre_due_reminder: "v1-8d4f8a3844a6",
    wrong_person_apology: "v1-bd9b33a986e9",
  },
};

test.each(Object.keys(APPROVED))("in %s", (locale) => {
  const messages = [...library.templates, ...library.replies].filter(({ language }) => language.locale === locale);
  expect(Object.fromEntries(messages.map((message) => [message.name, templateVersion(message)]))).toEqual(APPROVED[locale]);
});
