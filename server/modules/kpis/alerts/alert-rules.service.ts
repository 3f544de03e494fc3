import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { MailServer } from "../../../platform/mail/mail-server.port.js";
import { type Actor, actorRef, system } from "../../../shared/actor.js";
import { invalid, notFound } from "../../../shared/errors.js";
import { localDate } from "../../../shared/zone.js";
import { AccountDirectory } from "../../accounts/index.js";
import { Journal } from "../../journal/index.js";
import { kpisEvents } from "../kpis.events.js";
import { metricNamed } from "../measures/domain/named-metric.js";
import { METRICS } from "../metrics/domain/registry.js";
import { objectivesInForce } from "../objectives/domain/objective.js";
import { ObjectivesStore } from "../objectives/objectives.store.js";
import { AlertRulesStore } from "./alert-rules.store.js";
import { AlertsStore } from "./alerts.store.js";
import { type AlertRule, type AlertRuleInForce, checkAlertRule, ruleInForce } from "./domain/alert-rule.js";

/** When a figure calls somebody: by default from its objective, or as the account set it. */
@Injectable()
export class AlertRules {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly store: AlertRulesStore,
    private readonly alerts: AlertsStore,
    private readonly objectives: ObjectivesStore,
    private readonly journal: Journal,
    private readonly mail: MailServer,
  ) {}

  /** Whether the installation names a mail server. */
  get canMail(): boolean {
    return this.mail.configured;
  }

  /** In the order of the registry; those that are off as well. */
  async inForce(accountId: number): Promise<AlertRuleInForce[]> {
    const own = await this.store.of(accountId);
    const objectives = await this.objectives.of(accountId);
    return METRICS.flatMap((metric) => ruleInForce(metric, objectivesInForce(metric, objectives), own.get(metric.id)) ?? []);
  }

  /** @throws DomainError `figures.metric_unknown`, `alert_rule.no_mail`, and as `checkAlertRule` does */
  async set(accountId: number, rule: AlertRule, reason: string, actor: Actor): Promise<AlertRuleInForce[]> {
    checkAlertRule(metricNamed(rule.metric, "metric"), rule);
    if (rule.mail && !this.canMail) {
      throw invalid("alert_rule.no_mail", "Saldo has nobody to send mail by yet.", { field: "mail", remedy: "Set up mail first." });
    }
    await this.db.inUnitOfWork("alert_rule.set", async () => {
      const before = (await this.inForce(accountId)).find(({ metric }) => metric === rule.metric);
      await this.store.set(accountId, { ...rule, setAt: this.clock.now(), setBy: actorRef(actor) });
      this.journal.append(accountId, {
        type: kpisEvents.alertRuleSet,
        version: 1,
        actor,
        payload: { ...rule, before: before ? told(before) : null },
        personal: { note: reason },
      });
      await this.changed(accountId, rule.metric, rule.on);
    });
    return this.inForce(accountId);
  }

  /** The default holds again, or none where there is none. @throws DomainError `alert_rule.not_own` */
  async reset(accountId: number, metric: string, actor: Actor): Promise<AlertRuleInForce[]> {
    await this.db.inUnitOfWork("alert_rule.reset", async () => {
      const before = (await this.inForce(accountId)).find((rule) => rule.metric === metric);
      if (!before?.own) {
        throw notFound("alert_rule.not_own", "This account has no rule of its own here.", { remedy: "The default holds already." });
      }
      await this.store.remove(accountId, metric);
      this.journal.append(accountId, {
        type: kpisEvents.alertRuleReset,
        version: 1,
        actor,
        payload: { metric, before: told(before) },
      });
      await this.changed(accountId, metric, before.byDefault !== null);
    });
    return this.inForce(accountId);
  }

  /** Under another rule the row of readings begins anew; what nobody watches any more has no open alert. */
  private async changed(accountId: number, metric: string, watched: boolean): Promise<void> {
    if (watched) return this.alerts.startAfresh(accountId, metric);
    const { zone } = await this.accounts.get(accountId);
    const at = this.clock.now();
    for (const { public_id: alert, currency } of await this.alerts.open(accountId, metric)) {
      await this.alerts.clear(accountId, alert, { day: localDate(zone, at), at, figure: null });
      this.journal.append(accountId, {
        type: kpisEvents.alertCleared,
        version: 1,
        actor: system("alerts"),
        payload: { alert, metric, currency: currency || null, day: localDate(zone, at), figure: null, because: "unwatched" },
      });
    }
    await this.alerts.forget(accountId, metric);
  }
}

/** As the journal keeps what held before. */
const told = ({ side, raise, clear, readings, days, least, note, mail, on }: AlertRule) => ({
  side,
  raise,
  clear,
  readings,
  days,
  least,
  note,
  mail,
  on,
});
