import { lintMessage } from "../../../../../server/modules/templates/domain/lint.js";
import type { MessageTemplate, SessionReply } from "../../../../../server/modules/templates/domain/message-template.js";
import { parseSource } from "../../../../../server/modules/templates/handlebars/parse-source.adapter.js";
import { spoken } from "./languages.js";
import { library } from "./library.js";

/** The library's own one-month reminder with other words; everything else stays valid. */
export function templateWith(locale: string, change: Partial<MessageTemplate> & { readonly source?: string }): MessageTemplate {
  const { source, ...rest } = change;
  const template = library.template("saldo_d1_30_reminder", locale);
  return { ...template, ...(source === undefined ? {} : { body: parseSource(source, "test.hbs") }), ...rest };
}

export function replyWith(locale: string, source: string, disclosesDebt: boolean): SessionReply {
  return {
    kind: "reply",
    name: "test",
    version: 1,
    language: spoken(locale),
    variables: [],
    body: parseSource(source, "test.hbs"),
    disclosesDebt,
  };
}

/** Adds a paragraph to the reminder and returns the rules it breaks. */
export function rulesBrokenBy(locale: string, sentence: string): readonly string[] {
  const template = library.template("saldo_d1_30_reminder", locale);
  const body = [...template.body, { kind: "text" as const, text: `\n\n${sentence}` }];
  return lintMessage({ ...template, body }).map(({ rule }) => rule);
}
