import type { SignedIn } from "../../shared/actor.js";
import { type Locale, ofWhatsAppLanguage } from "../../shared/locale.js";
import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../contract/route.js";
import { routes } from "../../contract/routes.js";
import { CurrentActor, Endpoint, Input } from "../../platform/http/endpoint.js";
import { notFound } from "../../shared/errors.js";
import { toIso } from "../../shared/instant.js";
import type { JsonObject } from "./domain/json.js";
import { DebtorNames } from "./debtor-names.port.js";
import { pageOf, seqOfCursor } from "./domain/paging.js";
import { JournalReader, type OpenedRecord } from "./journal.reader.js";
import { RecordWords } from "./record-words.reader.js";

type EntryView = ResponseOf<typeof routes.journal.timeline>["items"][number];

/** A debtor's records as sentences. */
@Controller()
export class TimelineController {
  constructor(
    private readonly reader: JournalReader,
    private readonly debtors: DebtorNames,
    private readonly words: RecordWords,
  ) {}

  @Endpoint(routes.journal.timeline)
  async timeline(
    @Input() { params, query }: HandlerInput<typeof routes.journal.timeline>,
    @CurrentActor() { accountId }: SignedIn,
  ): Promise<ResponseOf<typeof routes.journal.timeline>> {
    const debtorId = await this.debtors.id(accountId, params.id);
    if (debtorId === null) throw notFound("debtor.not_found", "There is no such debtor.");
    const filter = { before: seqOfCursor(query.cursor), types: query.kind === undefined ? undefined : this.words.typesOf(query.kind) };
    const records = await this.reader.ofDebtor(accountId, debtorId, filter, query.limit + 1);
    return pageOf(records, query.limit, (record) => entryOf(record, query.lang, this.words));
  }
}

/** Words stand in the personal part as `text` (those of a message, in the language the payload names) or `note`. */
function entryOf(record: OpenedRecord, locale: Locale, words: RecordWords): EntryView {
  return {
    at: toIso(record.at),
    seq: record.seq,
    type: record.type,
    kind: words.kindOf(record.type),
    title: words.title(record, locale),
    text: textIn(record.personal, "text") ?? textIn(record.personal, "note"),
    language: tagIn(record.payload),
    actor: record.actor,
    message: record.type.startsWith("message.") ? textIn(record.payload, "ref") : null,
  };
}

function textIn(value: JsonObject | null, name: string): string | null {
  const found = value?.[name];
  return typeof found === "string" ? found : null;
}

/** WhatsApp's spelling stands in records of before; who reads aloud needs the standard's. */
function tagIn(payload: JsonObject): string | null {
  const language = textIn(payload, "language");
  return language === null ? null : ofWhatsAppLanguage(language);
}
