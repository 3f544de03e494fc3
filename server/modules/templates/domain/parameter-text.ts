import { invalid } from "../../../shared/errors.js";

/** The helpdesk cuts a parameter here without a word. */
const MAX_LENGTH = 1_000;

const LINE = /[\t\n\v\f\r\u2028\u2029]/g;

/** Control, direction and zero-width characters: they can make a reader see another text than the one recorded. */
const INVISIBLE = /[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/**
 * Makes a value that arrives on the phone exactly as it is shown here: nothing left for the helpdesk to strip, cut or drop, and
 * nothing WhatsApp refuses in a parameter (new lines, tabs, four spaces in a row).
 *
 * @param field name of the variable, for the error; the value itself may be personal and is never quoted
 * @throws DomainError `template.parameter_blank`, `template.parameter_markup`, `template.parameter_too_long`
 */
export function parameterText(value: string, field: string): string {
  const text = typographic(
    value
      .toWellFormed()
      .replace(LINE, " ")
      .replace(INVISIBLE, "")
      .replace(/\s{2,}/g, " ")
      .trim(),
  ).normalize("NFC");
  if (text === "") {
    throw invalid("template.parameter_blank", `"${field}" is empty: the helpdesk would drop it and shift the values after it.`, {
      field,
      remedy: `Complete "${field}" in the debtor's data, or use a template that does not need it.`,
    });
  }
  if (/\{[{%]|[}%]\}/.test(text)) {
    throw invalid("template.parameter_markup", `"${field}" contains template markup such as {{ or {%, which the helpdesk would execute.`, {
      field,
      remedy: `Correct "${field}" in the debtor's data.`,
    });
  }
  if (text.length > MAX_LENGTH) {
    throw invalid("template.parameter_too_long", `"${field}" has more than ${MAX_LENGTH} characters: the helpdesk would cut it.`, {
      field,
      remedy: `Shorten "${field}" to ${MAX_LENGTH} characters.`,
      params: { max: MAX_LENGTH },
    });
  }
  return text;
}

/** The helpdesk strips `< > " '` ("D'Souza" → "DSouza"); these pass and read the same. */
function typographic(text: string): string {
  let open = false;
  return text
    .replace(/"/g, () => {
      open = !open;
      return open ? "\u201c" : "\u201d";
    })
    .replaceAll("'", "\u2019")
    .replaceAll("<", "\u2039")
    .replaceAll(">", "\u203a");
}
