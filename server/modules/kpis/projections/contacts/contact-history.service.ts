import { Injectable } from "@nestjs/common";
import { localParts } from "../../../../shared/zone.js";
import type { TypedRecord } from "../../../journal/index.js";
import { recordGaps } from "./domain/record-gaps.js";
import type { JournalProjection } from "../journal-projection.port.js";
import { ContactTriesStore, type DeferralRow, type DenialRow } from "./contact-tries.store.js";
import { CONTACT_RECORDS, type ContactNews, newsOf } from "./domain/contact-record.js";
import { FigureTalliesStore } from "../tallies/figure-tallies.store.js";
import type { DayTally } from "../tallies/domain/day-tally.js";
import { talliesOfChange } from "../tallies/domain/try-tallies.js";
import { answeredBy, type TriedContact, movedOn, type WallMoment } from "./domain/contact-tries.js";

/** The rule that stands for a denial where nobody was there to decide about. */
export const NO_DEBTOR = "engine/debtor_missing";

interface Told {
  readonly record: TypedRecord;
  readonly news: ContactNews;
  readonly moment: WallMoment;
}

/** Makes of the journal whom somebody tried to reach, and what came of it. */
@Injectable()
export class ContactHistory implements JournalProjection {
  readonly types = CONTACT_RECORDS;

  constructor(
    private readonly store: ContactTriesStore,
    private readonly tallies: FigureTalliesStore,
  ) {}

  async take(accountId: number, zone: string, records: readonly TypedRecord[]): Promise<void> {
    const found = records.flatMap((record): Told[] => {
      const news = newsOf(record.type, record.payload);
      return news ? [{ record, news, moment: momentOf(record, zone) }] : [];
    });
    const refs = found.flatMap(({ news }) => ("ref" in news ? [news.ref] : []));
    const answering = found.flatMap(({ news, record }) => (news.kind === "answered" && record.debtorId !== null ? [record.debtorId] : []));
    const known = await this.store.of(accountId, [...new Set(refs)], [...new Set(answering)]);
    const tries = new Map(known.map((one) => [one.ref, one]));
    const changed = new Set<string>();
    for (const one of found) {
      const next = after(tries, one);
      if (!next) continue;
      tries.set(next.ref, next);
      changed.add(next.ref);
    }
    const before = new Map(known.map((one) => [one.ref, one]));
    await this.store.write(
      accountId,
      [...changed].map((ref) => tries.get(ref)!),
    );
    const denials = found.flatMap(denialOf);
    await this.store.addDenials(accountId, denials);
    const deferrals = found.flatMap(deferralOf);
    await this.store.addDeferrals(accountId, deferrals);
    const changes = [...changed].flatMap((ref) => talliesOfChange(before.get(ref) ?? null, tries.get(ref)!));
    await this.tallies.add(accountId, zone, [...changes, ...denials.flatMap(talliesOfDenial), ...deferrals.map(tallyOfDeferral)]);
  }
}

/** @returns the attempt that became another, if any did */
function after(tries: ReadonlyMap<string, TriedContact>, { record, news, moment }: Told): TriedContact | null {
  const { debtorId, actor } = record;
  if (news.kind === "begun") {
    if (debtorId === null || tries.has(news.ref)) return null;
    const gaps = recordGaps(record) || null;
    const fresh = {
      ref: news.ref,
      debtorId,
      actor,
      gaps,
      ...news.facts,
      made: null,
      delivered: null,
      read: null,
      failed: null,
      failure: null,
    };
    const begun: TriedContact = { ...fresh, answered: null };
    return news.made ? movedOn(begun, "made", moment, null) : begun;
  }
  if (news.kind === "moved") {
    const one = tries.get(news.ref);
    return one ? movedOn(one, news.to, moment, news.failure) : null;
  }
  if (news.kind !== "answered" || debtorId === null) return null;
  const own = [...tries.values()].filter((one) => one.debtorId === debtorId);
  const one = answeredBy(own, moment.at);
  return one && { ...one, answered: { at: moment.at, recorded: moment.recorded } };
}

function denialOf({ record, news, moment }: Told): DenialRow[] {
  if (news.kind !== "denied") return [];
  const { kind: _, ...facts } = news;
  return [{ seq: record.seq, debtor_id: record.debtorId, ...facts, day: moment.day, hour: moment.hour, recorded_at: moment.recorded }];
}

function deferralOf({ record, news, moment }: Told): DeferralRow[] {
  if (news.kind !== "deferred") return [];
  const { channel, rule } = news;
  return [{ seq: record.seq, debtor_id: record.debtorId, channel, rule, day: moment.day, hour: moment.hour, recorded_at: moment.recorded }];
}

function talliesOfDenial({ rule, day, recorded_at: recordedAt }: DenialRow): DayTally[] {
  const one = { currency: "", day, recordedAt, total: 1 };
  return [
    { ...one, measure: "attempts.denied" },
    { ...one, measure: `attempts.dropped ${rule ?? NO_DEBTOR}` },
  ];
}

function tallyOfDeferral({ rule, day, recorded_at: recordedAt }: DeferralRow): DayTally {
  return { measure: `attempts.moved ${rule}`, currency: "", day, recordedAt, total: 1 };
}

function momentOf({ at, recordedAt }: TypedRecord, zone: string): WallMoment {
  const { date, minuteOfDay } = localParts(zone, at);
  return { at, recorded: recordedAt, day: date, hour: Math.floor(minuteOfDay / 60) };
}
