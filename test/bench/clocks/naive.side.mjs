import "reflect-metadata";
import { MikroOrmModule } from "@mikro-orm/nestjs";
import { defineConfig, EntityManager } from "@mikro-orm/mysql";
import { Inject, Injectable } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import { ACCOUNT } from "../harness/account.mjs";
import { built, NOW } from "../harness/saldo.mjs";
import { measured } from "../harness/side.mjs";
import { OTHER_HOURS } from "./hours.mjs";

const domain = (path) => built(`modules/escalations/domain/${path}.js`);
const { CaseClockRow } = await built("modules/escalations/clocks/case-clock.entity.js");
const { CaseEventRow } = await built("modules/escalations/clocks/case-event.entity.js");
const { EscalationRow } = await built("modules/escalations/escalation.entity.js");
const { DEFAULT_POLICY, defaultCalendar } = await domain("policy/default-policy");
const { planOf } = await domain("policy/escalation-policy");
const { calendarOfVersion } = await domain("calendar/calendar-version");
const { readClocks } = await domain("clock/read-clock");
const { calendarOf } = await built("modules/escalations/policies/draft-versions.adapter.js");

const after = calendarOfVersion(calendarOf(OTHER_HOURS, 2));
const before = calendarOfVersion(defaultCalendar("America/Bogota", "CO", calendarOf(OTHER_HOURS, 1).holidaysOf.packs));
const entry = DEFAULT_POLICY.entries.find(({ name }) => name === "inquiry");
const plans = { 1: planOf(DEFAULT_POLICY, entry, before), 2: planOf(DEFAULT_POLICY, entry, after) };

/** A change of hours as one writes it first: each open case is loaded with its events and clocks, counted by the same pure rules, and flushed. */
class ReplanningService {
  constructor(em) {
    this.em = em;
  }

  async replan(accountId) {
    const ids = (await this.em.fork().find(EscalationRow, { accountId, openSlot: 1 }, { fields: ["id"] })).map(({ id }) => id);
    for (const caseId of ids) {
      const em = this.em.fork();
      const rows = await em.find(CaseEventRow, { accountId, caseId }, { orderBy: { id: "asc" } });
      const clocks = await em.find(CaseClockRow, { accountId, caseId, endedAt: null });
      em.create(CaseEventRow, {
        accountId,
        caseId,
        kind: "planned",
        at: NOW,
        policyVersion: 1,
        entry: "inquiry",
        calendar: "desk",
        calendarVersion: 2,
        source: "calendar/desk@2",
      });
      const events = rows.map(({ kind, at, calendarVersion }) =>
        kind === "planned" ? { kind, at, plan: plans[calendarVersion] } : { kind, at },
      );
      for (const reading of readClocks([...events, { kind: "planned", at: NOW, plan: plans[2] }], NOW)) {
        const clock = clocks.find((one) => one.clock === reading.clock);
        if (!clock) continue;
        clock.dueAt = reading.due;
        if (clock.calendar !== null) clock.calendarVersion = 2;
      }
      await em.flush();
    }
    return ids.length;
  }
}
Injectable()(ReplanningService);
Inject(EntityManager)(ReplanningService, undefined, 0);

const naiveModule = {
  // oxlint-disable-next-line typescript/no-extraneous-class -- what decorates it stands here: this file has no syntax for decorators
  module: class NaiveModule {},
  imports: [
    MikroOrmModule.forRoot(
      defineConfig({
        entities: [CaseClockRow, CaseEventRow, EscalationRow],
        clientUrl: process.env.SALDO_DATABASE_URL,
        charset: "utf8mb4",
        ensureDatabase: false,
        driverOptions: { charset: "utf8mb4_bin" },
      }),
    ),
  ],
  providers: [ReplanningService],
};

await measured(async () => {
  const app = await NestFactory.createApplicationContext(naiveModule, { logger: false, abortOnError: false });
  return { work: () => app.get(ReplanningService).replan(ACCOUNT), close: () => app.close() };
});
