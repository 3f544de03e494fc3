import type { TypedRecord } from "../../journal/index.js";

/** Something that is made of the journal alone, so that it can be thrown away and made anew. */
export abstract class JournalProjection {
  /** The record types it takes. */
  abstract readonly types: readonly string[];

  /**
   * Takes records into what it keeps. Runs in the caller's unit of work; in what portions records come must not matter.
   * @param zone IANA name; days are cut by its wall
   * @param records of `types` alone, in order
   */
  abstract take(accountId: number, zone: string, records: readonly TypedRecord[]): Promise<void>;
}
