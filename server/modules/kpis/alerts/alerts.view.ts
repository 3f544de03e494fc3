import { Injectable } from "@nestjs/common";
import type { AlertRuleView, AlertView } from "../../../contract/kpis/alerts.contract.js";
import { DebtorVault } from "../../../platform/crypto/debtor-vault.js";
import { Words } from "../../../platform/words/words.js";
import { addDays } from "../../../shared/calendar.js";
import { readRowCursor, writeCursor } from "../../../shared/cursor.js";
import { toIso, toIsoOrNull } from "../../../shared/instant.js";
import type { Locale } from "../../../shared/locale.js";
import type { AlertRecord, AlertWatchRecord } from "../kpis.tables.js";
import { metricInFull } from "../metrics/metric-name.words.js";
import { metricOf } from "../metrics/domain/registry.js";
import { BOUND_PARTS } from "../objectives/domain/objective.js";
import { AlertRules } from "./alert-rules.service.js";
import { alertReason } from "./alerts.service.js";
import { AlertsStore } from "./alerts.store.js";
import type { AlertRule, AlertRuleInForce } from "./domain/alert-rule.js";

/** Alerts and rules for a reader. */
@Injectable()
export class AlertsPage {
  constructor(
    private readonly store: AlertsStore,
    private readonly rules: AlertRules,
    private readonly words: Words,
    private readonly vault: DebtorVault,
  ) {}

  /** Those that are open, those nobody has taken up first. */
  async open(accountId: number, lang: Locale): Promise<AlertView[]> {
    const alerts = (await this.store.open(accountId)).toSorted(
      (a, b) => Number(a.acknowledged_at !== null) - Number(b.acknowledged_at !== null),
    );
    const watches = await this.store.watches(accountId);
    return Promise.all(
      alerts.map((alert) =>
        this.shown(
          accountId,
          alert,
          lang,
          watches.find((watch) => watch.alert === alert.public_id),
        ),
      ),
    );
  }

  async past(
    accountId: number,
    lang: Locale,
    limit: number,
    cursor: string | undefined,
  ): Promise<{ items: AlertView[]; next: string | null }> {
    const rows = await this.store.past(accountId, limit + 1, cursor === undefined ? null : readRowCursor(cursor));
    const items = await Promise.all(rows.slice(0, limit).map((alert) => this.shown(accountId, alert, lang)));
    return { items, next: rows.length > limit ? writeCursor(rows[limit - 1]!.id) : null };
  }

  /** @param watch what the last reading of an open one was */
  async shown(accountId: number, alert: AlertRecord, lang: Locale, watch?: AlertWatchRecord): Promise<AlertView> {
    const { public_id: id, metric, side, readings, days } = alert;
    const reason = alert.reason_sealed;
    return {
      id,
      metric,
      name: metricInFull(this.words, metric, lang),
      unit: metricOf(metric)?.unit ?? "count",
      currency: alert.currency || null,
      side,
      raise: alert.raise_milli / BOUND_PARTS,
      clear: alert.clear_milli / BOUND_PARTS,
      readings,
      days,
      raised: {
        day: alert.raised_day,
        from: addDays(alert.raised_day, 1 - days),
        at: toIso(alert.raised_at),
        figure: alert.raised_figure,
        n: alert.raised_n,
      },
      last: watch ? { day: watch.day, from: addDays(watch.day, 1 - days), figure: watch.figure, n: watch.n, silent: watch.silent } : null,
      cleared: alert.cleared_at === null ? null : { day: alert.cleared_day!, at: toIso(alert.cleared_at), figure: alert.cleared_figure },
      acknowledged:
        alert.acknowledged_by === null
          ? null
          : {
              at: toIsoOrNull(alert.acknowledged_at)!,
              by: alert.acknowledged_by,
              reason: reason === null ? "" : ((await this.vault.open(accountId, null, alertReason(id), reason)) ?? ""),
            },
      note: alert.note,
      noteState: alert.note_state,
    };
  }

  async ruleTable(accountId: number, lang: Locale): Promise<{ rules: AlertRuleView[]; mail: boolean }> {
    return this.told(accountId, await this.rules.inForce(accountId), lang);
  }

  async told(accountId: number, rules: readonly AlertRuleInForce[], lang: Locale): Promise<{ rules: AlertRuleView[]; mail: boolean }> {
    const watches = await this.store.watches(accountId);
    return {
      mail: this.rules.canMail,
      rules: rules.map(({ own, byDefault, ...rule }) => ({
        ...plain(rule),
        metric: rule.metric,
        name: metricInFull(this.words, rule.metric, lang),
        unit: metricOf(rule.metric)?.unit ?? "count",
        own: own && { setAt: toIso(own.setAt), setBy: own.setBy },
        byDefault: byDefault && plain(byDefault),
        last: watches
          .filter(({ metric }) => metric === rule.metric)
          .map(({ currency, day, figure, n, silent, run, alert }) => ({
            currency: currency || null,
            day,
            figure,
            n,
            silent,
            run,
            raised: alert !== null,
          })),
      })),
    };
  }
}

function plain({ side, raise, clear, readings, days, least, note, mail, on }: AlertRule) {
  return { side, raise, clear, readings, days, least, note, mail, on };
}
