import "reflect-metadata";
import { MikroOrmModule } from "@mikro-orm/nestjs";
import { defineConfig, EntityManager } from "@mikro-orm/mysql";
import { Inject, Injectable } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { ACCOUNT } from "../harness/account.mjs";
import { built, DAY, NOW } from "../harness/saldo.mjs";
import { measured } from "../harness/side.mjs";

const { DebtRow } = await built("modules/portfolio/debt.entity.js");
const { DebtorRow } = await built("modules/portfolio/debtor.entity.js");
const { OutboxMessageRow } = await built("modules/outbox/outbox-message.entity.js");
const DEBTORS_PER_PAGE = 500;

/**
 * The daily plan as the guides of Nest and MikroORM write such a job: an injectable service, debtors found page by page, what belongs to a
 * page found at once, a decision for each, entities created and one flush a page in a context of its own. On the same entities as Saldo.
 */
class PlanningService {
  constructor(em) {
    this.em = em;
  }

  async planToday(accountId, steps) {
    const stepOf = new Map(steps.map((step) => [step.anchor_date, step]));
    let planned = 0;
    let last = 0;
    for (;;) {
      const em = this.em.fork();
      const debtors = await em.find(DebtorRow, { accountId, id: { $gt: last } }, { orderBy: { id: "asc" }, limit: DEBTORS_PER_PAGE });
      if (debtors.length === 0) return planned;
      last = debtors.at(-1).id;
      const ids = debtors.map(({ id }) => id);
      const debts = await em.find(
        DebtRow,
        { accountId, debtorId: { $in: ids }, status: "open", balanceMinor: { $gt: 0 } },
        { orderBy: { dueDate: "asc", id: "asc" } },
      );
      const messages = await em.find(OutboxMessageRow, { accountId, debtorId: { $in: ids }, kind: "cadence" });
      const debtsOf = Map.groupBy(debts, ({ debtorId }) => debtorId);
      const messagesOf = Map.groupBy(messages, ({ debtorId }) => debtorId);
      for (const debtor of debtors) {
        const lead = debtsOf.get(debtor.id)?.find(({ dueDate }) => stepOf.has(dueDate));
        if (!lead) continue;
        const step = stepOf.get(lead.dueDate);
        if (messagesOf.get(debtor.id)?.some(({ plannedOn }) => plannedOn >= step.stepDate)) continue;
        em.create(OutboxMessageRow, messageOf(accountId, debtor, lead, step));
        planned++;
      }
      await em.flush();
    }
  }
}
Injectable()(PlanningService);
Inject(EntityManager)(PlanningService, undefined, 0);

function messageOf(accountId, debtor, debt, step) {
  return {
    accountId,
    debtorId: debtor.id,
    channel: "whatsapp",
    kind: "cadence",
    dedupeKey: `${debtor.id}/whatsapp/${step.step_id}/${debt.dueDate}`,
    stepId: step.step_id,
    anchorDate: debt.dueDate,
    ...(step.cadence_key === undefined ? {} : { cadenceKey: step.cadence_key }),
    cadenceVersion: step.cadence_version,
    plannedOn: DAY,
    template: step.template,
    language: debtor.language,
    templateVersion: step.template_version,
    state: "planned",
    notBefore: step.not_before,
    notAfter: step.not_after,
    attemptNo: 0,
    fence: 0,
    timesAbsent: 0,
    plannedAt: NOW,
  };
}

const naiveModule = {
  // oxlint-disable-next-line typescript/no-extraneous-class -- what decorates it stands here: this file has no syntax for decorators
  module: class NaiveModule {},
  imports: [
    MikroOrmModule.forRoot(
      defineConfig({
        entities: [DebtRow, DebtorRow, OutboxMessageRow],
        clientUrl: process.env.SALDO_DATABASE_URL,
        charset: "utf8mb4",
        ensureDatabase: false,
        driverOptions: { charset: "utf8mb4_bin" },
      }),
    ),
  ],
  providers: [PlanningService],
};

await measured(async ({ steps }) => {
  const app = await NestFactory.createApplicationContext(naiveModule, { logger: false, abortOnError: false });
  return { work: () => app.get(PlanningService).planToday(ACCOUNT, steps), close: () => app.close() };
});
