import { Injectable } from "@nestjs/common";
import type { ResponseOf } from "../../contract/route.js";
import type { routes } from "../../contract/routes.js";
import { WRITTEN_CHANNEL } from "../../shared/channel.js";
import { toIso } from "../../shared/instant.js";
import type { Locale } from "../../shared/locale.js";
import { Database } from "../../platform/database/database.js";
import { OUTBOX_MESSAGE, type OutboxTables } from "../outbox/index.js";
import { decisionView } from "../policy/index.js";
import { cadenceNameFor, stepNameFor } from "./cadence-names.words.js";
import { CadencesStore } from "./cadences.store.js";
import { CADENCE_VERSION, type CadencesTables } from "./cadences.tables.js";
import { outlookLine } from "./outlook.words.js";
import type { Cadence } from "./rules.js";
import { type StepTrial, StepTrials } from "./step-trials.reader.js";
import { trialNote } from "./trials.words.js";

type Next = ResponseOf<typeof routes.cadences.outlook>["next"];

/** What the cadences have ahead of a debtor: the message that is planned, else the step that comes, else why none comes. */
@Injectable()
export class NextStepView {
  constructor(
    private readonly db: Database,
    private readonly store: CadencesStore,
    private readonly trials: StepTrials,
  ) {}

  /** @throws DomainError `debtor.not_found` */
  async of(accountId: number, debtor: { readonly id: number; readonly publicId: string }, locale: Locale): Promise<Next> {
    return (await this.planned(accountId, debtor.id, locale)) ?? this.expected(accountId, debtor.publicId, locale);
  }

  private async planned(accountId: number, debtorId: number, locale: Locale): Promise<Next | null> {
    const row = await this.db
      .typed<OutboxTables & CadencesTables>()
      .selectFrom(`${OUTBOX_MESSAGE} as m`)
      .leftJoin(`${CADENCE_VERSION} as v`, (join) =>
        join
          .onRef("v.account_id", "=", "m.account_id")
          .onRef("v.cadence_key", "=", "m.cadence_key")
          .onRef("v.version", "=", "m.cadence_version"),
      )
      .select(["m.not_before", "m.verdict", "m.step_id", "m.cadence_key", "v.name", "v.steps"])
      .where("m.account_id", "=", accountId)
      .where("m.debtor_id", "=", debtorId)
      .where("m.state", "=", "planned")
      .where("m.kind", "=", "cadence")
      .orderBy("m.not_before")
      .limit(1)
      .executeTakeFirst();
    if (!row) return null;
    const steps = row.steps === null ? [] : (JSON.parse(row.steps) as { id: string; name?: string; offsetDays: number }[]);
    const step = steps.find(({ id }) => id === row.step_id);
    const named = {
      step: row.step_id,
      stepName: step?.name === undefined ? null : stepNameFor({ name: step.name, offsetDays: step.offsetDays }, locale),
      cadence:
        row.cadence_key === null || row.name === null
          ? null
          : { key: row.cadence_key, name: cadenceNameFor(row.cadence_key, row.name, locale) },
    };
    return row.verdict === "deny"
      ? { state: "planned", at: null, text: outlookLine("next_closed", locale), ...named }
      : { state: "planned", at: toIso(row.not_before), text: outlookLine("next_planned", locale), ...named };
  }

  /** As `CadenceTrials` tries one cadence, over those that plan. */
  private async expected(accountId: number, debtorPublicId: string, locale: Locale): Promise<Next> {
    const subject = await this.trials.subject(accountId, debtorPublicId);
    if (subject.debts.length === 0) return none(trialNote("nothing_owed", locale));
    const cadences = await this.store.inForce(accountId);
    if (cadences.length === 0) return none(outlookLine("next_no_cadence", locale));
    const spent = await this.spent(accountId, subject.debtor.id);
    const isAhead = ({ step, debt }: StepTrial) => !spent.has(`${subject.debtor.id}/${WRITTEN_CHANNEL}/${step.id}/${debt.dueDate}`);
    const tried = await Promise.all(cadences.map(async (cadence) => ({ cadence, ...(await this.trials.of(accountId, subject, cadence)) })));
    // Of one day the cadence that goes first: they stand in their order, and sorting keeps it.
    const ahead = tried
      .flatMap(({ cadence, items }) => items.filter(isAhead).map((item) => ({ cadence, item })))
      .toSorted((a, b) => (a.item.date < b.item.date ? -1 : a.item.date > b.item.date ? 1 : 0));
    const first = ahead.find(({ item }) => item.at !== null);
    if (first) return comes(first.cadence, first.item, locale);
    const [refused] = ahead;
    if (refused) return none(whyNot(refused.item, locale));
    return none(outlookLine(tried.some(({ inSegment }) => inSegment) ? "next_over" : "next_outside", locale));
  }

  /** Keys of the steps that had their message already. */
  private async spent(accountId: number, debtorId: number): Promise<ReadonlySet<string>> {
    const messages = this.db.typed<OutboxTables>().selectFrom(OUTBOX_MESSAGE).select("dedupe_key");
    const rows = await messages
      .where("account_id", "=", accountId)
      .where("debtor_id", "=", debtorId)
      .where("kind", "=", "cadence")
      .execute();
    return new Set(rows.map(({ dedupe_key }) => dedupe_key));
  }
}

function comes(cadence: Cadence, { step, at }: StepTrial, locale: Locale): Next {
  return {
    state: "expected",
    at: at === null ? null : toIso(at),
    text: outlookLine("next_expected", locale),
    step: step.id,
    stepName: stepNameFor(step, locale),
    cadence: { key: cadence.key, name: cadenceNameFor(cadence.key, cadence.name, locale) },
  };
}

function whyNot({ closed, decision }: StepTrial, locale: Locale): string {
  if (closed !== null) return trialNote(closed, locale);
  return decision ? decisionView(decision, locale).sentence : outlookLine("next_closed", locale);
}

function none(text: string): Next {
  return { state: "none", at: null, text, step: null, stepName: null, cadence: null };
}
