import { Injectable } from "@nestjs/common";
import type { OverviewAges } from "../../../contract/kpis/overview.contract.js";
import { invalid } from "../../../shared/errors.js";
import type { Instant } from "../../../shared/instant.js";
import { STAGES } from "../../../shared/stage.js";
import { localDate } from "../../../shared/zone.js";
import { homeCurrency } from "../../portfolio/rules.js";
import { CutStanding } from "../cuts/cut-standing.view.js";
import type { CutFilter } from "../cuts/domain/cut-filter.js";
import { StandingAt } from "../projections/closings/standing-at.view.js";
import { OverviewAsked } from "./asked.reader.js";

const OVERDUE: ReadonlySet<string> = new Set(["d1_30", "d31_90", "d91_plus"]);

/** What is owed, by the age of the debt; each currency for itself. */
@Injectable()
export class AgesPage {
  constructor(
    private readonly asked: OverviewAsked,
    private readonly standing: StandingAt,
    private readonly cuts: CutStanding,
  ) {}

  /**
   * @param where only debts of these values
   * @throws DomainError `figures.in_the_future`, `overview.currency_unknown` for one in which nothing was owed then, `figures.not_cut_by`
   */
  async show(
    accountId: number,
    { asOf, currency }: { readonly asOf?: string | undefined; readonly currency?: string | undefined },
    where: readonly CutFilter[] = [],
  ): Promise<OverviewAges> {
    const { at, zone, told } = await this.asked.instant(accountId, asOf);
    const date = localDate(zone, at);
    const { stages, debtors } = where.length > 0 ? await this.cuts.of(accountId, zone, at, where) : await this.all(accountId, zone, at);
    const home = homeCurrency(zone);
    const atHome = ({ currency: code }: { readonly currency: string }) => Number(code === home);
    const currencies = debtors
      .toSorted((a, b) => atHome(b) - atHome(a) || b.debtors - a.debtors || (a.currency < b.currency ? -1 : 1))
      .map(({ currency: code, debtors: owing, overdue: overdueDebtors }) => {
        const of = stages.filter((standing) => standing.currency === code);
        const late = of.filter(({ stage }) => OVERDUE.has(stage));
        return {
          currency: code,
          debts: sum(of, "debts"),
          balanceMinor: sum(of, "balanceMinor"),
          overdueDebts: sum(late, "debts"),
          overdueMinor: sum(late, "balanceMinor"),
          debtors: owing,
          overdueDebtors,
          stages: STAGES.map((stage) => {
            const found = of.find((standing) => standing.stage === stage);
            return { stage, debts: found?.debts ?? 0, balanceMinor: found?.balanceMinor ?? 0 };
          }),
        };
      });
    if (currency === undefined) return { date, ...told, currencies };
    const own = currencies.filter(({ currency: code }) => code === currency);
    if (own.length === 0 && where.length === 0)
      throw nothingOwedIn(
        currency,
        currencies.map(({ currency: code }) => code),
      );
    return { date, ...told, currencies: own };
  }

  private async all(accountId: number, zone: string, at: Instant) {
    const debtors = (await this.standing.debtors(accountId, zone, at)).filter(({ currency: code }) => code !== "");
    return { stages: await this.standing.byStage(accountId, zone, at), debtors };
  }
}

function sum<Key extends string>(rows: readonly Readonly<Record<Key, number>>[], key: Key): number {
  return rows.reduce((total, row) => total + row[key], 0);
}

function nothingOwedIn(currency: string, known: readonly string[]) {
  const remedy = known.length > 0 ? `Name one of ${known.join(", ")}.` : "Nothing was owed in any currency then.";
  return invalid("overview.currency_unknown", `Nothing was owed in ${currency} then.`, { field: "currency", remedy });
}
