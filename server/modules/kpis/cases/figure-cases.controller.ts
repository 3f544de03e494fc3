import { Readable } from "node:stream";
import { Controller, StreamableFile } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import { accountOf } from "../../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../../platform/http/endpoint.js";
import type { SignedIn } from "../../../shared/actor.js";
import { AgentSight } from "../cuts/agent-sight.reader.js";
import { CasesFile } from "./cases-file.view.js";
import { FigureCasesPage } from "./figure-cases-page.view.js";

const { cases, casesFile } = routes.kpis;

@Controller()
export class FigureCasesController {
  constructor(
    private readonly page: FigureCasesPage,
    private readonly file: CasesFile,
    private readonly sight: AgentSight,
  ) {}

  @Endpoint(cases)
  async list(@CurrentActor() actor: SignedIn, @Input() { params, query }: HandlerInput<typeof cases>): Promise<ResponseOf<typeof cases>> {
    return this.page.show(accountOf(actor), params.metric, query, await this.sight.filters(actor, query.where));
  }

  @Endpoint(casesFile)
  async export(@CurrentActor() actor: SignedIn, @Input() { params, query }: HandlerInput<typeof casesFile>): Promise<StreamableFile> {
    const where = await this.sight.filters(actor, query.where);
    const pieces = await this.file.pieces(accountOf(actor), params.metric, { ...query, where });
    return new StreamableFile(Readable.from(pieces, { objectMode: false }), {
      type: "text/csv; charset=utf-8",
      disposition: `attachment; filename="saldo-${params.metric.replace(/[^a-z0-9.-]/g, "")}-cases.csv"`,
    });
  }
}
