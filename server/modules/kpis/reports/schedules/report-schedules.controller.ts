import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../../../contract/route.js";
import { routes } from "../../../../contract/routes.js";
import { accountOf } from "../../../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../../../platform/http/endpoint.js";
import type { Actor } from "../../../../shared/actor.js";
import { ReportSchedules } from "./report-schedules.service.js";
import { ReportSchedulesView } from "./report-schedules.view.js";
import { SentReports } from "./sent-reports.view.js";

const { reportSchedules, setReportSchedule, letReportOut, keepReportIn, sentReports } = routes.kpis;

@Controller()
export class ReportSchedulesController {
  constructor(
    private readonly schedules: ReportSchedules,
    private readonly page: ReportSchedulesView,
    private readonly sent: SentReports,
  ) {}

  @Endpoint(reportSchedules)
  show(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof reportSchedules>> {
    return this.page.show(accountOf(actor));
  }

  @Endpoint(setReportSchedule)
  async set(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: HandlerInput<typeof setReportSchedule>,
  ): Promise<ResponseOf<typeof setReportSchedule>> {
    const { at, ...rest } = body;
    const [hour = 0, minute = 0] = at.split(":").map(Number);
    await this.schedules.set(accountOf(actor), params.kind, { ...rest, minute: hour * 60 + minute }, actor);
    return this.page.show(accountOf(actor));
  }

  @Endpoint(letReportOut)
  async letOut(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: HandlerInput<typeof letReportOut>,
  ): Promise<ResponseOf<typeof letReportOut>> {
    await this.schedules.allowOutside(accountOf(actor), params.kind, body, actor);
    return this.page.show(accountOf(actor));
  }

  @Endpoint(keepReportIn)
  async keepIn(
    @CurrentActor() actor: Actor,
    @Input() { params }: HandlerInput<typeof keepReportIn>,
  ): Promise<ResponseOf<typeof keepReportIn>> {
    await this.schedules.removeOutside(accountOf(actor), params.kind, params.id, actor);
    return this.page.show(accountOf(actor));
  }

  @Endpoint(sentReports)
  list(@CurrentActor() actor: Actor, @Input() { query }: HandlerInput<typeof sentReports>): Promise<ResponseOf<typeof sentReports>> {
    return this.sent.list(accountOf(actor), query);
  }
}
