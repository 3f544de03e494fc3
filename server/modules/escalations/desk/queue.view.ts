import { Injectable } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import type { routes } from "../../../contract/routes.js";
import { Clock } from "../../../platform/clock/clock.js";
import type { SignedIn } from "../../../shared/actor.js";
import { readRowCursor, writeCursor } from "../../../shared/cursor.js";
import { type Instant, toIso } from "../../../shared/instant.js";
import { localDate, wholeDay } from "../../../shared/zone.js";
import { AccountDirectory } from "../../accounts/index.js";
import { stageOf } from "../../portfolio/rules.js";
import { reasonText } from "../case-reason.words.js";
import { isInView, passes, QUEUE_SCOPES, type Viewer } from "../domain/queue/queue-filter.js";
import { inQueueOrder, QUEUE_GROUPS } from "../domain/queue/queue-order.js";
import { CaseLines, type KnownCase } from "./case-lines.view.js";
import { Colleagues } from "./colleagues.reader.js";
import { CaseClocks } from "../clocks/case-clocks.reader.js";
import { type OpenCase, OpenCasesView } from "./open-cases.view.js";

type Route = typeof routes.escalations.cases;

/** The queue of one account. Order, counts and pages come of one reading of the open cases; only what is shown is unsealed. */
@Injectable()
export class QueueView {
  constructor(
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly cases: OpenCasesView,
    private readonly clocks: CaseClocks,
    private readonly colleagues: Colleagues,
    private readonly rows: CaseLines,
  ) {}

  async page(actor: SignedIn, query: HandlerInput<Route>["query"]): Promise<ResponseOf<Route>> {
    const { accountId } = actor;
    const { zone } = await this.accounts.get(accountId);
    const now = this.clock.now();
    const all = await this.ordered(accountId, zone, now);
    const viewer: Viewer = {
      hostUserId: actor.kind === "person" ? actor.hostUserId : null,
      colleagues: await this.colleagues.team(accountId),
    };
    const seen = all.filter(({ case: { owner } }) => isInView(owner, query.view, viewer));
    const shown = seen.filter(({ case: one, group, stage, atRisk }) =>
      passes({ reason: one.reason, stage, group, currencies: atRisk.map(({ currency }) => currency) }, query),
    );
    const from = startOf(shown, readRowCursor(query.cursor));
    const items = shown.slice(from, from + query.limit);
    return {
      items: await this.rows.told(accountId, items, query.lang),
      next: from + query.limit < shown.length ? writeCursor(items.at(-1)!.case.id) : null,
      total: shown.length,
      groups: QUEUE_GROUPS.map((group) => ({ group, count: shown.filter((one) => one.group === group).length })),
      views: Object.fromEntries(
        QUEUE_SCOPES.map((view) => [view, all.filter(({ case: { owner } }) => isInView(owner, view, viewer)).length]),
      ) as ResponseOf<Route>["views"],
      reasons: [...Map.groupBy(seen, ({ case: one }) => one.reason)]
        .map(([code, of]) => ({ reason: code, text: reasonText(code, query.lang), count: of.length }))
        .toSorted((a, b) => b.count - a.count),
      asOf: toIso(now),
      zone,
    };
  }

  /** One case as it stands in the queue; a closed one stands nowhere. */
  async one(accountId: number, found: OpenCase): Promise<KnownCase> {
    const { zone } = await this.accounts.get(accountId);
    const now = this.clock.now();
    const owed = found.debtorId === null ? undefined : (await this.cases.owed(accountId, [found.debtorId])).get(found.debtorId);
    const due = (await this.clocks.next(accountId, [found.id])).get(found.id) ?? null;
    const atRisk = owed?.atRisk ?? [];
    const [placed] = inQueueOrder([{ id: found.id, ...placeOf(found, due, now), atRisk }], now, endOfDay(zone, now));
    return { case: found, group: placed!.group, stage: owed ? stageOf(owed.oldestDue, localDate(zone, now)) : null, atRisk, due };
  }

  private async ordered(accountId: number, zone: string, now: Instant): Promise<KnownCase[]> {
    const open = await this.cases.open(accountId);
    const owed = await this.cases.owed(accountId);
    const clocks = await this.clocks.next(
      accountId,
      open.map(({ id }) => id),
    );
    const today = localDate(zone, now);
    const places = open.map((one) => {
      const due = clocks.get(one.id) ?? null;
      const debts = one.debtorId === null ? undefined : owed.get(one.debtorId);
      return { id: one.id, ...placeOf(one, due, now), atRisk: debts?.atRisk ?? [], one, clock: due, oldestDue: debts?.oldestDue ?? null };
    });
    return inQueueOrder(places, now, endOfDay(zone, now)).map(({ place, group }) => ({
      case: place.one,
      group,
      stage: place.oldestDue === null ? null : stageOf(place.oldestDue, today),
      atRisk: place.atRisk,
      due: place.clock,
    }));
  }
}

function placeOf(one: OpenCase, due: KnownCase["due"], now: Instant) {
  const snoozed = one.snoozedUntil !== null && one.snoozedUntil > now;
  return { due: due?.dueAt ?? null, paused: snoozed || due?.state === "paused", since: one.since };
}

function endOfDay(zone: string, now: Instant): Instant {
  return wholeDay(zone, localDate(zone, now)).end;
}

/** Behind the last case that was shown; where that has been closed meanwhile, from the beginning: nothing is left out. */
function startOf(shown: readonly KnownCase[], lastShown: number): number {
  return lastShown === 0 ? 0 : shown.findIndex(({ case: { id } }) => id === lastShown) + 1;
}
