import { invalid } from "../../../shared/errors.js";
import { spokenFor } from "../../../shared/locale.js";
import { formatValue, type Format } from "./format-value.js";
import type { Message, MessageContext, BodySegment } from "./message-template.js";

/** WhatsApp's limit for a body, template or free text, after the values are in. */
export const BODY_LIMIT = 1_024;

/** The day sample dates are written on; no sample depends on the day it is shown. */
const SAMPLE_DAY = "2026-11-22";

export function sampleContext({ language, variables }: Message): MessageContext {
  return {
    locale: language.samples.locale,
    asOf: SAMPLE_DAY,
    values: Object.fromEntries(variables.map(({ name, example }) => [name, example])),
  };
}

/**
 * The written values of a body in the order of its places; the one step that all three forms share.
 *
 * @throws DomainError naming the variable at fault; `template.locale_mismatch`; `template.body_too_long`
 */
export function fillBody(message: Message, context: MessageContext): readonly string[] {
  const format = formatOf(message, context);
  const parameters: string[] = [];
  for (const [place, segment] of message.body.entries()) {
    if (segment.kind === "text") continue;
    const spec = message.variables.find(({ name }) => name === segment.name);
    if (!spec) throw new Error(`Template ${message.name} uses "${segment.name}" without declaring it`);
    const value = Object.hasOwn(context.values, spec.name) ? context.values[spec.name] : undefined;
    parameters.push(beforeText(formatValue(spec, value, format), message.body[place + 1]));
  }
  const { length } = joinBody(message.body, (index) => parameters[index]!);
  if (length > BODY_LIMIT) {
    throw invalid("template.body_too_long", `The message would have ${length} characters; WhatsApp takes ${BODY_LIMIT}.`, {
      field: "body",
      remedy: "Shorten the values or use a shorter template.",
      params: { length, max: BODY_LIMIT },
    });
  }
  return parameters;
}

/** "Ltda." at the end of a sentence ends it: its own full stop is the sentence's. */
function beforeText(value: string, next: BodySegment | undefined): string {
  const ends = next?.kind === "text" && next.text.startsWith(".");
  return ends && /[^.]\.$/.test(value) ? value.slice(0, -1) : value;
}

/** A body as text; `place(index)` writes the place of the value number `index`, counted from 0. */
export function joinBody(body: readonly BodySegment[], place: (index: number) => string): string {
  let index = 0;
  return body.map((segment) => (segment.kind === "text" ? segment.text : place(index++))).join("");
}

function formatOf({ name, language }: Message, { locale, asOf }: MessageContext): Format {
  if (spokenFor(locale, [language, ...language.others]) === language) return { locale, language, asOf };
  throw invalid(
    "template.locale_mismatch",
    `Template "${name}" is written in ${language.locale}, but its values would be written for ${locale}.`,
    {
      field: "locale",
      remedy: "Choose the template in the debtor's language.",
      params: { language: language.locale, locale },
    },
  );
}
