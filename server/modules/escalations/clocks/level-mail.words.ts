import { TEXTS } from "../../../platform/words/texts.js";
import type { MailContent } from "../../accounts/index.js";
import { clockName, clockSentence, type Reader } from "../clock-reading.words.js";
import { reasonText } from "../case-reason.words.js";
import type { LevelMarkRecord } from "../escalations.tables.js";
import type { Dossier } from "./case-dossiers.reader.js";

export interface ToldLevels {
  readonly levels: readonly { readonly mark: LevelMarkRecord; readonly dossier: Dossier }[];
  /** Further cases that are not named. */
  readonly more: number;
  readonly link: string;
  /** Of the account. */
  readonly name: string;
}

/** One mail about all the cases that fell together; nobody is named in it, the link leads to who may see them. */
export function levelMail({ levels, more, link, name }: ToldLevels, reader: Reader): MailContent {
  const cases = new Set(levels.map(({ dossier }) => dossier.row.id)).size + more;
  const words = (key: string, values: Record<string, string | number> = {}) => TEXTS.text("level_mails", key, reader.locale, values);
  const lines = levels.map(({ mark, dossier }) => {
    const read = dossier.read.clocks.find(({ reading }) => reading.clock === mark.clock && reading.cycle === mark.cycle);
    const clock = clockName(mark.clock, reader.locale);
    const said = read ? clockSentence(read.reading, reader) : "";
    return words("line", { reason: reasonText(dossier.row.reason, reader.locale), clock, said });
  });
  if (more > 0) lines.push(words("more", { more }));
  const open = words("open");
  const listed = lines.map((line) => `<li>${escaped(line)}</li>`).join("");
  return {
    subject: `${name}: ${words("subject", { cases })}`,
    text: [words("intro", { cases }), ...lines.map((line) => `- ${line}`), `${open}: ${link}`].join("\n\n"),
    html: `<p>${escaped(words("intro", { cases }))}</p><ul>${listed}</ul><p><a href="${escaped(link)}">${escaped(open)}</a></p>`,
    files: [],
  };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
