import { Injectable } from "@nestjs/common";
import { daysPastDue } from "../../../portfolio/rules.js";
import { type CalendarDate, daysBetween } from "../../../../shared/calendar.js";
import { localDate } from "../../../../shared/zone.js";
import type { TypedRecord } from "../../../journal/index.js";
import { NO_END } from "../../kpis.tables.js";
import type { JournalProjection } from "../journal-projection.port.js";
import { DebtHistoryStore, type DebtStory, type FlowRow } from "./debt-history.store.js";
import { FigureTalliesStore } from "../tallies/figure-tallies.store.js";
import { CohortHistory } from "../cohorts/cohort-history.service.js";
import { isPlacedAlike, talliesOfDebt } from "../tallies/domain/debt-tallies.js";
import { CASH_ON_DEBTS, talliesOfFlow } from "../tallies/domain/flow-tallies.js";
import type { DayTally } from "../tallies/domain/day-tally.js";
import { DebtIds } from "./debt-ids.reader.js";
import { followedBy, type RecordPlace, type SpanOfTime } from "../domain/spans.js";
import { type DebtState, moved, overdueFrom } from "./domain/debt-history.js";
import { movesOf, PORTFOLIO_RECORDS, type PortfolioMoves } from "./domain/portfolio-record.js";

interface Told {
  readonly place: RecordPlace;
  readonly debtorId: number | null;
  readonly moves: PortfolioMoves;
}

/** Makes of the journal what each debt was and how money moved. */
@Injectable()
export class DebtHistory implements JournalProjection {
  readonly types = PORTFOLIO_RECORDS;

  constructor(
    private readonly store: DebtHistoryStore,
    private readonly ids: DebtIds,
    private readonly tallies: FigureTalliesStore,
    private readonly cohorts: CohortHistory,
  ) {}

  async take(accountId: number, zone: string, records: readonly TypedRecord[]): Promise<void> {
    const taken = await this.read(accountId, zone, records);
    const debtIds = await this.ids.of(accountId, [...new Set(taken.flatMap(({ moves }) => moves.debts.map(({ debt }) => debt)))]);
    const standing = await this.store.standing(accountId, [...debtIds.values()]);
    const spans = new Map<number, SpanOfTime<DebtState>[]>([...standing].map(([debtId, span]) => [debtId, [span]]));
    const flows = taken.flatMap((one) => this.follow(one, debtIds, spans));
    const stories = [...spans].map(([debtId, own]): DebtStory => ({ debtId, stood: standing.get(debtId) ?? null, spans: own }));
    const overdue = (dueDate: CalendarDate) => overdueFrom(zone, dueDate) ?? NO_END;
    await this.cohorts.around(accountId, zone, concerned(stories, flows), async () => {
      await this.store.write(accountId, stories, overdue);
      await this.store.addFlows(accountId, flows);
    });
    const came = stories.flatMap(({ stood, spans: own }) => talliesOfDebt(stood, own, overdue));
    await this.tallies.add(accountId, zone, [...flows.flatMap(talliesOfRow), ...came]);
  }

  private async read(accountId: number, zone: string, records: readonly TypedRecord[]): Promise<Told[]> {
    const credits = records.flatMap(({ payload }) => (typeof payload["credit"] === "string" ? [payload["credit"]] : []));
    const notes = await this.ids.notesAmong(accountId, [...new Set(credits)]);
    return records.map((record) => ({
      place: { seq: record.seq, recordedAt: record.recordedAt, at: record.at, day: localDate(zone, record.at) },
      debtorId: record.debtorId,
      moves: movesOf(record, (credit) => notes.has(credit)),
    }));
  }

  private follow(
    { place, debtorId, moves }: Told,
    debtIds: ReadonlyMap<string, number>,
    spans: Map<number, SpanOfTime<DebtState>[]>,
  ): FlowRow[] {
    const { seq, recordedAt } = place;
    const day = moves.valueDate ?? place.day;
    const common = { seq, payment: moves.payment, currency: moves.currency ?? "", day, recorded_at: recordedAt };
    const onDebts = moves.debts.flatMap((move) => {
      const debtId = debtIds.get(move.debt);
      if (debtId === undefined) throw new Error(`Record ${seq} names a debt that is not there`);
      const before = spans.get(debtId) ?? [];
      const state = moved(before.at(-1)?.state ?? null, move, debtorId ?? 0, place);
      spans.set(debtId, followedBy(before, state, place));
      const age = daysPastDue(state.dueDate, day);
      const facts = { ...common, debt_id: debtId, debtor_id: state.debtorId, age, since_placed: daysBetween(state.placedOn, day) };
      return move.flows.map(({ kind, minor }) => ({ ...facts, kind, amount_minor: minor }));
    });
    const ofNoDebt = { debt_id: null, age: null, since_placed: null };
    const inHand =
      moves.inHandMinor === 0
        ? []
        : [{ ...common, kind: "hand" as const, debtor_id: debtorId, amount_minor: moves.inHandMinor, ...ofNoDebt }];
    return [...onDebts, ...inHand].map((flow, line) => ({ ...flow, line }));
  }
}

/** Debts whose money, or whose placement, became another. */
function concerned(stories: readonly DebtStory[], flows: readonly FlowRow[]) {
  const money = flows.filter(({ kind }) => (CASH_ON_DEBTS as readonly string[]).includes(kind));
  const placedAnew = stories.filter(({ stood, spans }) => stood && spans.some(({ state }) => !isPlacedAlike(stood.state, state)));
  return {
    debtIds: [...new Set([...money.flatMap(({ debt_id: debtId }) => debtId ?? []), ...placedAnew.map(({ debtId }) => debtId)])],
    takenBack: [...new Set(money.flatMap(({ kind, payment }) => (kind === "reversal" ? (payment ?? []) : [])))],
  };
}

function talliesOfRow({ kind, currency, amount_minor: minor, day, age, recorded_at: recordedAt }: FlowRow): DayTally[] {
  return talliesOfFlow({ kind, currency, minor, day, age: age ?? null, recordedAt });
}
