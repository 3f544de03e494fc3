import { Controller, StreamableFile } from "@nestjs/common";
import { Readable } from "node:stream";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import type { SignedIn } from "../../../shared/actor.js";
import { Bytes, CurrentActor, Endpoint, Input } from "../../../platform/http/endpoint.js";
import { type CsvSource, sourceFromBase64, sourceFromText } from "../file/csv-source.adapter.js";
import { ImportUndo } from "../undo/import-undo.service.js";
import { ImportPreviews } from "./import-preview.service.js";
import { ImportUploads } from "./import-upload.store.js";
import { Imports } from "./imports.service.js";
import { ImportsView } from "./imports.view.js";

const { upload, preview, import: importFile, imports, importOne, cancelImport, undoImport, importErrors, importHeld } = routes.imports;

@Controller()
export class ImportsController {
  constructor(
    private readonly service: Imports,
    private readonly previews: ImportPreviews,
    private readonly uploads: ImportUploads,
    private readonly undoing: ImportUndo,
    private readonly view: ImportsView,
  ) {}

  @Endpoint(upload)
  async upload(
    @Input() { query }: HandlerInput<typeof upload>,
    @Bytes() content: AsyncIterable<Uint8Array>,
    @CurrentActor() { accountId }: SignedIn,
  ): Promise<ResponseOf<typeof upload>> {
    const { public_id: id, bytes } = await this.uploads.receive(accountId, query.fileName, content);
    return { id, fileName: query.fileName, bytes };
  }

  @Endpoint(preview)
  async preview(
    @Input() { query, body }: HandlerInput<typeof preview>,
    @CurrentActor() { accountId }: SignedIn,
  ): Promise<ResponseOf<typeof preview>> {
    const source = body.upload === undefined ? sourceOf(body) : await this.uploads.peek(accountId, body.upload);
    return this.view.preview(accountId, await this.previews.of(accountId, body.kind, source, optionsOf(body)), query.lang);
  }

  @Endpoint(importFile)
  async run(@Input() { body }: HandlerInput<typeof importFile>, @CurrentActor() actor: SignedIn): Promise<ResponseOf<typeof importFile>> {
    const { accountId } = actor;
    const { id, source } =
      body.upload === undefined ? { id: null, source: sourceOf(body) } : await this.uploads.take(accountId, body.upload);
    const record = body.background
      ? await this.service.leave(accountId, body.kind, source, id, { options: optionsOf(body), actor })
      : await this.service.run(accountId, body.kind, source, actor, optionsOf(body));
    return this.view.one(accountId, record);
  }

  @Endpoint(imports)
  list(@Input() { query }: HandlerInput<typeof imports>, @CurrentActor() { accountId }: SignedIn): Promise<ResponseOf<typeof imports>> {
    return this.view.list(accountId, query);
  }

  @Endpoint(importOne)
  one(
    @Input() { params, query }: HandlerInput<typeof importOne>,
    @CurrentActor() { accountId }: SignedIn,
  ): Promise<ResponseOf<typeof importOne>> {
    return this.view.byPublicId(accountId, params.id, query.lang);
  }

  @Endpoint(cancelImport)
  async cancel(
    @Input() { params }: HandlerInput<typeof cancelImport>,
    @CurrentActor() actor: SignedIn,
  ): Promise<ResponseOf<typeof cancelImport>> {
    return this.view.one(actor.accountId, await this.service.cancel(actor.accountId, params.id, actor));
  }

  @Endpoint(undoImport)
  async undo(
    @Input() { params, body }: HandlerInput<typeof undoImport>,
    @CurrentActor() actor: SignedIn,
  ): Promise<ResponseOf<typeof undoImport>> {
    return this.view.one(actor.accountId, await this.undoing.begin(actor.accountId, params.id, body.reason, actor));
  }

  @Endpoint(importHeld)
  held(
    @Input() { params, query }: HandlerInput<typeof importHeld>,
    @CurrentActor() { accountId }: SignedIn,
  ): Promise<ResponseOf<typeof importHeld>> {
    return this.view.held(accountId, params.id, query);
  }

  @Endpoint(importErrors)
  async errors(
    @Input() { params, query }: HandlerInput<typeof importErrors>,
    @CurrentActor() { accountId }: SignedIn,
  ): Promise<StreamableFile> {
    const pieces = await this.view.errorFile(accountId, params.id, query.lang);
    return new StreamableFile(Readable.from(pieces, { objectMode: false }), {
      type: "text/csv; charset=utf-8",
      disposition: `attachment; filename="saldo-refused-rows-${params.id}.csv"`,
    });
  }
}

type Body = HandlerInput<typeof importFile>["body"];

function sourceOf({ fileName, text, base64 }: Body): CsvSource {
  return base64 === undefined ? sourceFromText(fileName, text ?? "") : sourceFromBase64(fileName, base64);
}

function optionsOf({ columns, profile, saveProfile, sheet, dates, decimal, mode, confirm }: Body) {
  return { columns, profile, saveProfile, sheet, dates, decimal: decimal && MARKS[decimal], mode, confirm };
}

const MARKS = { point: ".", comma: "," } as const;
