import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { formatForDebtor } from "../../../shared/money.js";
import type { Account } from "../../accounts/index.js";
import { levelNote } from "./level-note.words.js";
import { CaseDossiers } from "./case-dossiers.reader.js";
import { CaseFactsReader } from "./case-facts.reader.js";
import { LevelMarksStore } from "./level-marks.store.js";

/** The private note of a level, written from what is known when its turn comes. */
@Injectable()
export class LevelNotes {
  constructor(
    private readonly clock: Clock,
    private readonly marks: LevelMarksStore,
    private readonly dossiers: CaseDossiers,
    private readonly facts: CaseFactsReader,
  ) {}

  /** @param mark public id of the level. @returns null when the case is not there any more */
  async text({ id: accountId, locale, zone }: Account, mark: string): Promise<string | null> {
    const level = await this.marks.byPublicId(accountId, mark);
    if (!level) return null;
    const now = this.clock.now();
    const dossier = (await this.dossiers.of(accountId, [level.case_id], now)).get(level.case_id);
    if (!dossier) return null;
    const facts = (await this.facts.of(accountId, [dossier.row])).get(level.case_id);
    const owed =
      facts?.amount == null || facts.currency === null
        ? null
        : formatForDebtor({ minor: Number(facts.amount), currency: facts.currency }, locale, "code");
    return levelNote({ level, dossier, owed }, { locale, zone, now });
  }
}
