import { Injectable } from "@nestjs/common";
import { DEFAULT_SEGMENTS, type SegmentRule } from "./rules.js";
import { SegmentsStore } from "./segments.store.js";

export interface SegmentName {
  readonly key: string;
  /** Null for the segment of a stage, which is called like it. */
  readonly name: string | null;
  /** Holds nobody where `readable` is false. */
  readonly rule: SegmentRule;
  readonly readable: boolean;
}

/** What cadences may ask about segments. */
@Injectable()
export class SegmentsReader {
  constructor(private readonly store: SegmentsStore) {}

  /** Those in use, by key; the ones of the stages exist whether they were written yet or not. */
  async byKey(accountId: number): Promise<Map<string, SegmentName>> {
    const given = DEFAULT_SEGMENTS.map(({ key, rule }): SegmentName => ({ key, name: null, rule, readable: true }));
    const own = (await this.store.list(accountId)).map(({ key, name, rule, readable }) => ({
      key,
      name: name === "" ? null : name,
      rule,
      readable,
    }));
    return new Map([...given, ...own].map((segment) => [segment.key, segment]));
  }
}
