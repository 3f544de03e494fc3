import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import { accountOf } from "../../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../../platform/http/endpoint.js";
import type { Actor } from "../../../shared/actor.js";
import { AlertRules } from "./alert-rules.service.js";
import { Alerts } from "./alerts.service.js";
import { AlertsPage } from "./alerts.view.js";

const { alerts: list, pastAlerts, acknowledgeAlert, alertRules, setAlertRule, resetAlertRule } = routes.kpis;

@Controller()
export class AlertsController {
  constructor(
    private readonly alerts: Alerts,
    private readonly rules: AlertRules,
    private readonly page: AlertsPage,
  ) {}

  @Endpoint(list)
  async open(@CurrentActor() actor: Actor, @Input() { query }: HandlerInput<typeof list>): Promise<ResponseOf<typeof list>> {
    return { items: await this.page.open(accountOf(actor), query.lang) };
  }

  @Endpoint(pastAlerts)
  async past(@CurrentActor() actor: Actor, @Input() { query }: HandlerInput<typeof pastAlerts>): Promise<ResponseOf<typeof pastAlerts>> {
    return { ...(await this.page.past(accountOf(actor), query.lang, query.limit, query.cursor)), total: null };
  }

  @Endpoint(acknowledgeAlert)
  async acknowledge(
    @CurrentActor() actor: Actor,
    @Input() { params, query, body }: HandlerInput<typeof acknowledgeAlert>,
  ): Promise<ResponseOf<typeof acknowledgeAlert>> {
    const account = accountOf(actor);
    return this.page.shown(account, await this.alerts.acknowledge(account, params.id, body.reason, actor), query.lang);
  }

  @Endpoint(alertRules)
  table(@CurrentActor() actor: Actor, @Input() { query }: HandlerInput<typeof alertRules>): Promise<ResponseOf<typeof alertRules>> {
    return this.page.ruleTable(accountOf(actor), query.lang);
  }

  @Endpoint(setAlertRule)
  async set(
    @CurrentActor() actor: Actor,
    @Input() { params, query, body }: HandlerInput<typeof setAlertRule>,
  ): Promise<ResponseOf<typeof setAlertRule>> {
    const { reason, ...rule } = body;
    const account = accountOf(actor);
    return this.page.told(account, await this.rules.set(account, { metric: params.metric, ...rule }, reason, actor), query.lang);
  }

  @Endpoint(resetAlertRule)
  async reset(
    @CurrentActor() actor: Actor,
    @Input() { params, query }: HandlerInput<typeof resetAlertRule>,
  ): Promise<ResponseOf<typeof resetAlertRule>> {
    const account = accountOf(actor);
    return this.page.told(account, await this.rules.reset(account, params.metric, actor), query.lang);
  }
}
