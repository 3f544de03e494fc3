import type { Locale } from "../../shared/locale.js";
import { Injectable } from "@nestjs/common";
import type { ParkedView } from "../../contract/kpis.contract.js";
import type { ResponseOf } from "../../contract/route.js";
import type { routes } from "../../contract/routes.js";
import { ParkedWork } from "../../platform/work/parked-work.service.js";
import { toIso, toIsoOrNull } from "../../shared/instant.js";
import { RecordWords } from "../journal/index.js";
import { PortfolioReader } from "../portfolio/index.js";
import { ParkedWords } from "./parked-words.reader.js";

/** More than this many are not read one by one: where there are so many, they have one cause. */
const LIMIT = 100;

/** What could not be worked on, for whoever is to do something about it. */
@Injectable()
export class ParkedPage {
  constructor(
    private readonly parked: ParkedWork,
    private readonly portfolio: PortfolioReader,
    private readonly codes: RecordWords,
    private readonly words: ParkedWords,
  ) {}

  async show(accountId: number, locale: Locale): Promise<ResponseOf<typeof routes.kpis.parked>> {
    const rows = await this.parked.list(accountId, LIMIT);
    const debtorIds = rows.flatMap(({ debtorId }) => debtorId ?? []);
    const debtors = await this.portfolio.debtors(accountId, debtorIds);
    const names = await this.portfolio.names(accountId, debtorIds);
    const items = rows.map(({ publicId, work, subject, debtorId, problem, attempts, since, lastAt, retryAt }): ParkedView => ({
      id: publicId,
      work: this.codes.work(work, locale),
      about: this.words.subject(subject, locale),
      debtorId: (debtorId === null ? null : debtors.get(debtorId)?.publicId) ?? null,
      debtor: (debtorId === null ? null : names.get(debtorId)) ?? "",
      code: problem,
      problem: this.codes.code(problem, locale),
      remedy: this.words.remedy(problem, locale),
      attempts,
      since: toIso(since),
      lastAt: toIso(lastAt),
      retryAt: toIsoOrNull(retryAt),
    }));
    return { items, total: rows.length < LIMIT ? rows.length : await this.parked.count(accountId) };
  }
}
