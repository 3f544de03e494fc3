import { Injectable } from "@nestjs/common";
import type { DebtorFiguresView } from "../../../contract/kpis/cuts.contract.js";
import type { HandlerInput } from "../../../contract/route.js";
import type { routes } from "../../../contract/routes.js";
import { Database } from "../../../platform/database/database.js";
import { Words } from "../../../platform/words/words.js";
import { addDays } from "../../../shared/calendar.js";
import { notFound } from "../../../shared/errors.js";
import { toIso } from "../../../shared/instant.js";
import { AccountDirectory } from "../../accounts/index.js";
import { DEBT, PortfolioReader, type PortfolioTables } from "../../portfolio/index.js";
import { SEGMENT, SEGMENT_MEMBER, type SegmentationTables } from "../../segmentation/index.js";
import { metricNamed } from "../measures/domain/named-metric.js";
import { figureInWords } from "../measures/figure-value.words.js";
import { ReportingPeriods } from "../measures/reporting-periods.reader.js";
import type { MetricValue } from "../metrics/domain/metric-value.js";
import { metricInFull } from "../metrics/metric-name.words.js";
import { FigureCuts } from "./figure-cuts.reader.js";

/** As far back as a relation with a debtor says something of today. */
const DAYS = 90;

/** What the account's figures of the conversation tab say of one debtor, beside the segment the debtor is in. */
@Injectable()
export class DebtorFiguresPage {
  constructor(
    private readonly accounts: AccountDirectory,
    private readonly portfolio: PortfolioReader,
    private readonly periods: ReportingPeriods,
    private readonly cuts: FigureCuts,
    private readonly db: Database,
    private readonly words: Words,
  ) {}

  /** @throws DomainError `debtor.not_found` */
  async show(
    accountId: number,
    publicId: string,
    { lang }: HandlerInput<typeof routes.kpis.debtorFigures>["query"],
  ): Promise<DebtorFiguresView> {
    const debtor = await this.portfolio.findDebtor(accountId, publicId);
    if (!debtor) throw notFound("debtor.not_found", "There is no such debtor.");
    const { tabFigures } = await this.accounts.get(accountId);
    const metrics = tabFigures.map((id) => metricNamed(id, "tabFigures"));
    const { today } = await this.periods.of(accountId, {});
    const { question, first, last } = await this.periods.of(accountId, { from: addDays(today, 1 - DAYS), to: today });
    const currency = await this.currencyOf(accountId, debtor.id);
    const segment = await this.segmentOf(accountId, debtor.id);
    const asked = { question, metrics, by: null, currency };
    const [own] = await this.cuts.of({ ...asked, where: [], debtorId: debtor.id });
    const [others] = segment === null ? [] : await this.cuts.of({ ...asked, where: [{ dimension: "segment", values: [segment.key] }] });
    const told = (values: readonly MetricValue[] | undefined, metric: (typeof metrics)[number]) => {
      const [value] = values ?? [];
      return value === undefined ? null : figureInWords(this.words, metric, new Map(), value, lang);
    };
    return {
      from: first,
      to: last,
      zone: question.period.zone,
      asOf: toIso(question.asOf),
      segment,
      figures: metrics.map((metric, index) => ({
        id: metric.id,
        name: metricInFull(this.words, metric.id, lang),
        unit: metric.unit,
        own: told(own?.figures[index]?.values, metric),
        segment: told(others?.figures[index]?.values, metric),
      })),
    };
  }

  /** Of the debt due first; open ones come before ended ones. */
  private async currencyOf(accountId: number, debtorId: number): Promise<string | null> {
    const row = await this.db
      .typed<PortfolioTables>()
      .selectFrom(DEBT)
      .select(["currency", "status"])
      .where("account_id", "=", accountId)
      .where("debtor_id", "=", debtorId)
      .where("status", "<>", "cancelled")
      .orderBy((is) => is.case().when("status", "=", "open").then(0).else(1).end())
      .orderBy("due_date")
      .orderBy("id")
      .limit(1)
      .executeTakeFirst();
    return row?.currency ?? null;
  }

  /** One that the account made comes before that of a stage; of several the first it joined. */
  private async segmentOf(accountId: number, debtorId: number): Promise<{ key: string; name: string | null } | null> {
    const row = await this.db
      .typed<SegmentationTables>()
      .selectFrom(`${SEGMENT_MEMBER} as m`)
      .innerJoin(`${SEGMENT} as s`, (join) => join.onRef("s.id", "=", "m.segment_id").on("s.account_id", "=", accountId))
      .select(["s.segment_key as key", "s.name"])
      .where("m.account_id", "=", accountId)
      .where("m.debtor_id", "=", debtorId)
      .where("m.to_date", "is", null)
      .orderBy((is) => is.case().when("s.name", "=", "").then(1).else(0).end())
      .orderBy("m.id")
      .limit(1)
      .executeTakeFirst();
    return row ? { key: row.key, name: row.name === "" ? null : row.name } : null;
  }
}
