import { Injectable } from "@nestjs/common";
import type { Currency } from "../../../../shared/money.js";
import type { StageId } from "../../../../shared/stage.js";
import { type MovedAccounts, type RollMatrix, rollMatrixOf } from "../../metrics/domain/cases/roll-moves.js";
import { FORECAST_COLLECTABLE, FORECAST_LOST } from "../../metrics/domain/definitions/portfolio/roll-forecast.js";
import { ROLL_MATRIX, ROLL_MATRIX_ACCOUNTS } from "../../metrics/domain/definitions/portfolio/roll-matrix.js";
import { ROLL_RATE, ROLL_RATE_ACCOUNTS } from "../../metrics/domain/definitions/portfolio/roll-rate.js";
import { forecastFigures, rollPartFigures } from "../../metrics/domain/evaluate-by-method.js";
import { evaluateMetric } from "../../metrics/domain/evaluate-metric.js";
import type { MetricValue } from "../../metrics/domain/metric-value.js";
import { datedEdgesOf, type Question } from "../domain/counted.js";
import type { FigureMethod, FiguresById } from "../domain/figures-by-id.js";
import { MovesAt } from "../../projections/moves/moves-at.view.js";
import type { MoveSum } from "../../projections/moves/domain/moves-added.js";

/** One currency's matrix, and what is owed at its end. */
export interface CurrencyMoves {
  readonly currency: Currency;
  readonly amounts: RollMatrix;
  readonly accounts: RollMatrix;
  /** What is owed at the end, by the stage of the account's oldest debt. */
  readonly owed: Readonly<Partial<Record<StageId, bigint>>>;
  /** Accounts that owe at the end. */
  readonly owing: number;
}

/** How balances and accounts moved between stages, and where that leads. */
@Injectable()
export class RollFigures implements FigureMethod {
  readonly ids = [ROLL_RATE, ROLL_RATE_ACCOUNTS, ROLL_MATRIX, ROLL_MATRIX_ACCOUNTS, FORECAST_COLLECTABLE, FORECAST_LOST].map(
    ({ id }) => id,
  );

  constructor(private readonly moves: MovesAt) {}

  async matrices(question: Question): Promise<CurrencyMoves[]> {
    return eachCurrency(await this.moved(question));
  }

  async figures(question: Question): Promise<FiguresById> {
    const moves = await this.moved(question);
    const each = eachCurrency(moves);
    const all = rollMatrixOf(moves, "accounts");
    const forecasts = each.map(forecastOf);
    return new Map<string, readonly MetricValue[]>([
      [ROLL_RATE.id, each.map(({ currency, amounts, accounts }) => rateOf(amounts, openingOf(accounts), currency))],
      [ROLL_RATE_ACCOUNTS.id, [rateOf(all, openingOf(all))]],
      [ROLL_MATRIX.id, each.flatMap(({ currency, amounts, accounts }) => rollPartFigures(amounts, openingOf(accounts), currency))],
      [ROLL_MATRIX_ACCOUNTS.id, rollPartFigures(all, openingOf(all))],
      [FORECAST_COLLECTABLE.id, forecasts.map(({ collectable }) => collectable)],
      [FORECAST_LOST.id, forecasts.map(({ lost }) => lost)],
    ]);
  }

  private moved(question: Question): Promise<MoveSum[]> {
    const { start, end } = datedEdgesOf(question);
    return this.moves.of(question.accountId, question.period.zone, start, end);
  }
}

function eachCurrency(moves: readonly MoveSum[]): CurrencyMoves[] {
  const own = Map.groupBy(moves, ({ currency }) => currency);
  return [...own].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([currency, of]) => matricesOf(currency, of));
}

/** What becomes of what is owed at the end if every period moves as this one did. */
export function forecastOf({ amounts, owed, owing, currency }: CurrencyMoves) {
  return forecastFigures(amounts, owed, owing, currency);
}

function matricesOf(currency: Currency, moves: readonly MovedAccounts[]): CurrencyMoves {
  const there = moves.filter(({ to }) => to !== null);
  const owed: Partial<Record<StageId, bigint>> = {};
  for (const { to, now } of there) owed[to!] = (owed[to!] ?? 0n) + BigInt(now);
  const owing = there.reduce((sum, { accounts }) => sum + Number(accounts), 0);
  return { currency, amounts: rollMatrixOf(moves, "amount"), accounts: rollMatrixOf(moves, "accounts"), owed, owing };
}

function openingOf({ rows }: RollMatrix): number {
  return rows.reduce((sum, { opening }) => sum + Number(opening), 0);
}

/** Over all stages: of what was there, what is in an older one. */
function rateOf({ rows }: RollMatrix, n: number, currency?: Currency): MetricValue {
  const [worse, opening] = [rows.reduce((sum, row) => sum + row.worse, 0n), rows.reduce((sum, row) => sum + row.opening, 0n)];
  if (currency === undefined)
    return evaluateMetric(ROLL_RATE_ACCOUNTS, { values: { "stage.worse.accounts": worse, "stage.opening.accounts": opening }, n });
  return evaluateMetric(ROLL_RATE, { values: { "stage.worse.balance": worse, "stage.opening.balance": opening }, n, currency });
}
