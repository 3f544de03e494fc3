import { Injectable } from "@nestjs/common";
import type { z } from "zod";
import type { CaseClocksView } from "../../../contract/escalations/clocks.contract.js";
import { Clock } from "../../../platform/clock/clock.js";
import { notFound } from "../../../shared/errors.js";
import { toIso } from "../../../shared/instant.js";
import type { Locale } from "../../../shared/locale.js";
import { AccountDirectory } from "../../accounts/index.js";
import { PortfolioReader } from "../../portfolio/index.js";
import { clockName, clockSentence, type Reader } from "../clock-reading.words.js";
import { CaseReadings, type ReadCase } from "./case-readings.reader.js";
import { CaseRows } from "./case-rows.reader.js";

type Shown = z.output<typeof CaseClocksView>;

/** What expires next, for lists. */
export interface NextClock {
  readonly name: string;
  readonly dueAt: string | null;
  readonly isOverdue: boolean;
  readonly sentence: string;
}

/** Clocks as people read them. */
@Injectable()
export class ClocksView {
  constructor(
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly portfolio: PortfolioReader,
    private readonly rows: CaseRows,
    private readonly readings: CaseReadings,
  ) {}

  /** @throws DomainError `case.not_found` */
  async ofCase(accountId: number, publicId: string, locale: Locale): Promise<Shown> {
    const row = await this.rows.byPublicId(accountId, publicId);
    const shown = row && (await this.shown(accountId, [row], locale)).at(0);
    if (!shown)
      throw notFound("case.not_found", "There is no such case.", { remedy: "It may be of another account; look in the list of cases." });
    return shown;
  }

  /** Of the open cases. @throws DomainError `debtor.not_found` */
  async ofDebtor(accountId: number, publicId: string, locale: Locale): Promise<Shown[]> {
    const debtor = await this.portfolio.findDebtor(accountId, publicId);
    if (!debtor) throw notFound("debtor.not_found", "There is no such debtor.");
    return this.shown(accountId, await this.rows.openOf(accountId, debtor.id), locale);
  }

  /** By row id of the case. Where no clock goes on the case is absent. */
  async next(accountId: number, caseIds: readonly number[], locale: Locale): Promise<ReadonlyMap<number, NextClock>> {
    const reader = await this.reader(accountId, locale);
    const cases = await this.readings.of(accountId, caseIds, reader.now);
    return new Map(
      [...cases.values()].flatMap((one) => {
        const first = inTurn(one).find(({ reading }) => reading.endedAt === null);
        return first ? [[one.caseId, shortOf(first, reader)] as const] : [];
      }),
    );
  }

  private async shown(accountId: number, cases: readonly { id: number; publicId: string }[], locale: Locale): Promise<Shown[]> {
    const reader = await this.reader(accountId, locale);
    const ids = cases.map(({ id }) => id);
    const read = await this.readings.of(accountId, ids, reader.now);
    return cases.flatMap(({ id, publicId }) => {
      const one = read.get(id);
      return one ? [{ caseId: publicId, ...pinnedTo(one), items: inTurn(one).map((clock) => clockOf(clock, reader)) }] : [];
    });
  }

  private async reader(accountId: number, locale: Locale): Promise<Reader> {
    const { zone } = await this.accounts.get(accountId);
    return { locale, zone, now: this.clock.now() };
  }
}

type Read = ReadCase["clocks"][number];

/** Those that go on by what is due first, what nobody can say last; then the ended ones, the newest first. */
function inTurn({ clocks }: ReadCase): readonly Read[] {
  const going = clocks.filter(({ reading }) => reading.endedAt === null);
  const ended = clocks.filter(({ reading }) => reading.endedAt !== null);
  return [
    ...going.toSorted((a, b) => (a.reading.due ?? Number.POSITIVE_INFINITY) - (b.reading.due ?? Number.POSITIVE_INFINITY)),
    ...ended.toSorted((a, b) => b.reading.endedAt! - a.reading.endedAt!),
  ];
}

function pinnedTo({ plan }: ReadCase): Pick<Shown, "policy" | "calendar"> {
  return { policy: `${plan.pin.policyVersion}/${plan.pin.entry}`, calendar: plan.calendar?.name ?? null };
}

function shortOf({ reading }: Read, reader: Reader): NextClock {
  const { clock, due, isOverdue } = reading;
  return { name: clockName(clock, reader.locale), dueAt: isoOf(due), isOverdue, sentence: clockSentence(reading, reader) };
}

function clockOf({ reading }: Read, reader: Reader): Shown["items"][number] {
  return {
    clock: reading.clock,
    name: clockName(reading.clock, reader.locale),
    cycle: reading.cycle,
    state: reading.state,
    startedAt: toIso(reading.startedAt),
    endedAt: isoOf(reading.endedAt),
    dueAt: isoOf(reading.due),
    missedAt: isoOf(reading.missedAt),
    isOverdue: reading.isOverdue,
    elapsedSeconds: Math.floor(reading.elapsed / 1_000),
    targetSeconds: Math.floor(reading.target / 1_000),
    sentence: clockSentence(reading, reader),
  };
}

function isoOf(at: number | null): string | null {
  return at === null ? null : toIso(at);
}
