import { WRITTEN_CHANNEL } from "../../../../shared/channel.js";
import { addDays, type CalendarDate } from "../../../../shared/calendar.js";
import { words } from "../../../../shared/words.js";
import type { Channel, Consent } from "../../../portfolio/rules.js";
import type { RowReader } from "./row-reader.js";

/** What a row says about the channels a debtor authorised. */
export interface ConsentGiven {
  /** Channels named in the row; a bare "yes" is the channel Saldo writes on. */
  readonly granted: readonly Channel[];
  /** The row says no. */
  readonly refused: boolean;
  readonly source: string | null;
  readonly on: CalendarDate | null;
  /** The day of the file: a refusal without a date of its own was made by then. */
  readonly readOn: CalendarDate;
}

const YES = new Set(["yes", "y", "si", "s", "sim", "true", "verdadero", "verdadeiro", "1", "x", "granted", "autorizado", "autoriza", "ok"]);
const NO = new Set(["no", "n", "nao", "false", "falso", "0", "none", "ninguno", "nenhum", "denied", "withdrawn"]);
const CHANNELS: Readonly<Record<string, Channel>> = {
  whatsapp: "whatsapp",
  wa: "whatsapp",
  wpp: "whatsapp",
  call: "call",
  calls: "call",
  phone: "call",
  llamada: "call",
  llamadas: "call",
  telefono: "call",
  ligacao: "call",
  telefone: "call",
  sms: "sms",
  email: "email",
  mail: "email",
  correo: "email",
};

/**
 * A cell that cannot be read proves nothing: it costs itself and not the row.
 * @param today a consent of a later day was not given yet, and must not outweigh a withdrawal; tomorrow is today somewhere
 */
export function readConsent(reader: RowReader, today: CalendarDate): ConsentGiven {
  const source = reader.leniently(() => reader.text("consent_source", 100), null);
  const on = reader.leniently(() => {
    const date = reader.date("consent_date", today);
    if (date !== null && date > addDays(today, 1)) reader.refuse("consent_date", "date.future");
    return date;
  }, null);
  const nothing = { granted: [], refused: false };
  const said = reader.leniently(() => reader.meaning("consent", "consent.unknown", channelsOf, nothing), nothing);
  return { ...said, source, on, readOn: today };
}

/**
 * What a consent is worth: without where and when it was given it proves nothing and counts as unknown.
 * @param channel the channel asked about
 */
export function consentFor(given: ConsentGiven, channel: Channel): Consent {
  if (given.refused) return "withdrawn";
  return given.granted.includes(channel) && given.source !== null && given.on !== null ? "granted" : "unknown";
}

const BETWEEN = new Set(["and", "y", "e", "o", "or", "ou"]);

function channelsOf(text: string): Pick<ConsentGiven, "granted" | "refused"> | null {
  const said = words(text.replaceAll(/e-mail/gi, "email"));
  if (said.length === 1 && NO.has(said[0]!)) return { granted: [], refused: true };
  if (said.length === 1 && YES.has(said[0]!)) return { granted: [WRITTEN_CHANNEL], refused: false };
  const granted = new Set<Channel>();
  for (const word of said) {
    const channel = CHANNELS[word];
    if (channel) granted.add(channel);
    else if (!BETWEEN.has(word)) return null;
  }
  return granted.size > 0 ? { granted: [...granted], refused: false } : null;
}
