import { Readable } from "node:stream";
import { Controller, StreamableFile } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../contract/route.js";
import { routes } from "../../contract/routes.js";
import { CurrentActor, Endpoint, Input } from "../../platform/http/endpoint.js";
import type { SignedIn } from "../../shared/actor.js";
import type { Locale } from "../../shared/locale.js";
import { notFound } from "../../shared/errors.js";
import { toIso } from "../../shared/instant.js";
import { DebtorNames } from "./debtor-names.port.js";
import { pageOf, seqOfCursor } from "./domain/paging.js";
import { JournalReader, type JournalRecord, type OpenedRecord } from "./journal.reader.js";
import { JournalService } from "./journal.service.js";
import { RecordWords } from "./record-words.reader.js";

type RecordView = ResponseOf<typeof routes.journal.records>["items"][number];

@Controller()
export class JournalController {
  constructor(
    private readonly reader: JournalReader,
    private readonly journal: JournalService,
    private readonly debtors: DebtorNames,
    private readonly words: RecordWords,
  ) {}

  @Endpoint(routes.journal.records)
  async records(
    @Input() { query }: HandlerInput<typeof routes.journal.records>,
    @CurrentActor() actor: SignedIn,
  ): Promise<ResponseOf<typeof routes.journal.records>> {
    const { accountId } = actor;
    const debtorId = query.debtorId === undefined ? undefined : await this.debtors.id(accountId, query.debtorId);
    if (debtorId === null) throw notFound("debtor.not_found", "There is no such debtor.");
    const filter = { before: seqOfCursor(query.cursor), types: query.type === undefined ? undefined : [query.type], debtorId };
    const records: ShownRecord[] = maySeePersonal(actor)
      ? await this.reader.newestOpened(accountId, filter, query.limit + 1)
      : (await this.reader.newest(accountId, filter, query.limit + 1)).map((record) => ({
          ...record,
          personal: null,
          personalState: record.hadPersonal ? ("hidden" as const) : ("none" as const),
        }));
    return pageOf(records, query.limit, (record) => viewOf(record, query.lang, this.words));
  }

  @Endpoint(routes.journal.types)
  types(@Input() { query }: HandlerInput<typeof routes.journal.types>): ResponseOf<typeof routes.journal.types> {
    return { items: this.words.types(query.lang) };
  }

  @Endpoint(routes.journal.verify)
  async verify(@CurrentActor() actor: SignedIn): Promise<ResponseOf<typeof routes.journal.verify>> {
    const { firstBad, ...verdict } = await this.journal.verify(actor.accountId, actor);
    return { ...verdict, firstBad: firstBad && { seq: firstBad.seq, problem: firstBad.problem } };
  }

  @Endpoint(routes.journal.export)
  async export(@CurrentActor() actor: SignedIn): Promise<StreamableFile> {
    const lines = await this.journal.export(actor.accountId, actor);
    return new StreamableFile(Readable.from(lines, { objectMode: false }), {
      type: "application/x-ndjson",
      disposition: 'attachment; filename="saldo-journal.jsonl"',
    });
  }
}

/** A key that may read the journal reads personal parts only if it may read debtors as well. */
function maySeePersonal(actor: SignedIn): boolean {
  return actor.kind === "person" || actor.scopes.includes("debtors:read");
}

type ShownRecord = JournalRecord & Pick<OpenedRecord, "personal"> & Pick<RecordView, "personalState">;

function viewOf(record: ShownRecord, locale: Locale, words: RecordWords): RecordView {
  return {
    seq: record.seq,
    id: record.id,
    at: toIso(record.at),
    type: record.type,
    title: words.title(record, locale),
    version: record.version,
    actor: record.actor,
    debtorId: record.debtor,
    payload: { ...record.payload },
    personal: record.personal && { ...record.personal },
    personalState: record.personalState,
    hash: record.hash,
  };
}
