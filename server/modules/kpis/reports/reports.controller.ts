import { Controller, StreamableFile } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import { accountOf } from "../../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../../platform/http/endpoint.js";
import type { Actor } from "../../../shared/actor.js";
import { Reports } from "./reports.service.js";
import { ReportsPage } from "./reports.view.js";

const { makeReport, report, reportFile, reports: listed } = routes.kpis;

@Controller()
export class ReportsController {
  constructor(
    private readonly reports: Reports,
    private readonly page: ReportsPage,
  ) {}

  @Endpoint(listed)
  list(@CurrentActor() actor: Actor, @Input() { query }: HandlerInput<typeof listed>): Promise<ResponseOf<typeof listed>> {
    return this.page.list(accountOf(actor), query);
  }

  @Endpoint(makeReport)
  async make(@CurrentActor() actor: Actor, @Input() { body }: HandlerInput<typeof makeReport>): Promise<ResponseOf<typeof makeReport>> {
    const run = await this.reports.make(accountOf(actor), body, "asked", actor);
    return this.page.one(accountOf(actor), run);
  }

  @Endpoint(report)
  open(@CurrentActor() actor: Actor, @Input() { params, query }: HandlerInput<typeof report>): Promise<ResponseOf<typeof report>> {
    return this.page.open(accountOf(actor), params.id, query.lang);
  }

  @Endpoint(reportFile)
  async file(@CurrentActor() actor: Actor, @Input() { params, query }: HandlerInput<typeof reportFile>): Promise<StreamableFile> {
    const { name, type, bytes } = await this.page.file(accountOf(actor), params.id, query.format, query.lang);
    return new StreamableFile(bytes, { type, disposition: `attachment; filename="${name}"`, length: bytes.length });
  }
}
