import { Readable } from "node:stream";
import { Controller, StreamableFile } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../contract/route.js";
import { routes } from "../../contract/routes.js";
import { CurrentActor, Endpoint, Input } from "../../platform/http/endpoint.js";
import type { SignedIn } from "./debtors.controller.js";
import { type CsvSource, sourceFromBase64, sourceFromText } from "./import/csv-source.js";
import { ImportsView } from "./imports.view.js";
import { Imports } from "./imports.service.js";

const { preview, import: importFile, imports, importErrors, importHeld } = routes.portfolio;

@Controller()
export class ImportsController {
  constructor(
    private readonly service: Imports,
    private readonly view: ImportsView,
  ) {}

  @Endpoint(preview)
  async preview(
    @Input() { body }: HandlerInput<typeof preview>,
    @CurrentActor() { accountId }: SignedIn,
  ): Promise<ResponseOf<typeof preview>> {
    return this.view.preview(accountId, await this.service.preview(accountId, body.kind, sourceOf(body), body));
  }

  @Endpoint(importFile)
  async run(@Input() { body }: HandlerInput<typeof importFile>, @CurrentActor() actor: SignedIn): Promise<ResponseOf<typeof importFile>> {
    return this.view.one(actor.accountId, await this.service.run(actor.accountId, body.kind, sourceOf(body), actor, body));
  }

  @Endpoint(imports)
  list(@Input() { query }: HandlerInput<typeof imports>, @CurrentActor() { accountId }: SignedIn): Promise<ResponseOf<typeof imports>> {
    return this.view.list(accountId, query);
  }

  @Endpoint(importHeld)
  held(
    @Input() { params, query }: HandlerInput<typeof importHeld>,
    @CurrentActor() { accountId }: SignedIn,
  ): Promise<ResponseOf<typeof importHeld>> {
    return this.view.held(accountId, params.id, query);
  }

  @Endpoint(importErrors)
  async errors(@Input() { params }: HandlerInput<typeof importErrors>, @CurrentActor() { accountId }: SignedIn): Promise<StreamableFile> {
    const pieces = await this.view.errorFile(accountId, params.id);
    return new StreamableFile(Readable.from(pieces, { objectMode: false }), {
      type: "text/csv; charset=utf-8",
      disposition: `attachment; filename="saldo-refused-rows-${params.id}.csv"`,
    });
  }
}

function sourceOf({ fileName, text, base64 }: HandlerInput<typeof importFile>["body"]): CsvSource {
  return base64 === undefined ? sourceFromText(fileName, text ?? "") : sourceFromBase64(fileName, base64);
}
