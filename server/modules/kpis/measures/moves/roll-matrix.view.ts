import { Injectable } from "@nestjs/common";
import type { routes } from "../../../../contract/routes.js";
import type { HandlerInput } from "../../../../contract/route.js";
import type { MatrixRow, MatrixView } from "../../../../contract/kpis/figures.contract.js";
import { Words } from "../../../../platform/words/words.js";
import { toIso } from "../../../../shared/instant.js";
import type { Locale } from "../../../../shared/locale.js";
import { type StageId, STAGES } from "../../../../shared/stage.js";
import { decimalText, fraction } from "../../metrics/domain/arithmetic/fraction.js";
import { ENDINGS, type RollColumn, type RollMatrix, type RollRow } from "../../metrics/domain/cases/roll-moves.js";
import { ROLL_MATRIX } from "../../metrics/domain/definitions/portfolio/roll-matrix.js";
import type { MetricValue } from "../../metrics/domain/metric-value.js";
import { shownText } from "../../metrics/domain/shown-text.js";
import { Projector } from "../../projections/projector.service.js";
import { ReportingPeriods } from "../reporting-periods.reader.js";
import { type CurrencyMoves, forecastOf, RollFigures } from "./roll-figures.reader.js";

type Asked = HandlerInput<typeof routes.kpis.matrix>["query"];
type CurrencyMatrix = MatrixView["currencies"][number];

/** The roll matrix for a reader. */
@Injectable()
export class RollMatrixPage {
  constructor(
    private readonly periods: ReportingPeriods,
    private readonly rolls: RollFigures,
    private readonly projector: Projector,
    private readonly words: Words,
  ) {}

  /** @throws DomainError as `ReportingPeriods.of` */
  async show(accountId: number, { currency, by, lang, ...asked }: Asked): Promise<MatrixView> {
    const { question, first, last } = await this.periods.of(accountId, asked);
    const { share } = await this.projector.freshness(accountId);
    const matrices = await this.rolls.matrices(question);
    return {
      from: first,
      to: last,
      zone: question.period.zone,
      asOf: toIso(question.asOf),
      share,
      by,
      currencies: matrices.filter((one) => currency === undefined || one.currency === currency).map((one) => this.shown(one, by, lang)),
    };
  }

  private shown(moves: CurrencyMoves, by: "amount" | "accounts", lang: Locale): CurrencyMatrix {
    const matrix = by === "amount" ? moves.amounts : moves.accounts;
    const { collectable, lost } = forecastOf(moves);
    return {
      currency: moves.currency,
      rows: matrix.rows.map((row, index) => rowOf(row, Number(moves.accounts.rows[index]!.opening))),
      entered: enteredOf(matrix),
      grown: String(matrix.grown),
      forecast: { collectable: this.line(collectable, lang), lost: this.line(lost, lang) },
    };
  }

  private line(value: MetricValue, lang: Locale): CurrencyMatrix["forecast"]["lost"] {
    if (value.state === "value") return { minor: decimalText(value.value, 0), reason: null, why: null };
    return { minor: null, reason: value.reason, why: this.words.say("metric_reasons", value.reason, lang) ?? null };
  }
}

function enteredOf({ entered }: RollMatrix) {
  return STAGES.map((stage) => ({ stage, size: String(entered[stage]) }));
}

function rowOf({ from, opening, cells, better, same, worse }: RollRow, n: number): MatrixRow {
  const share = (size: bigint) => (opening === 0n ? null : shownText(ROLL_MATRIX, fraction(size, opening)));
  return {
    from,
    opening: String(opening),
    n,
    better: share(better),
    same: share(same),
    worse: share(worse),
    cells: [...STAGES, ...ENDINGS].map((column) => ({
      column,
      side: sideOf(from, column),
      size: String(cells[column]),
      share: share(cells[column]),
    })),
  };
}

/** Stages get older in their order. */
function sideOf(from: StageId, column: RollColumn): MatrixRow["cells"][number]["side"] {
  const stage = STAGES.find((one) => one === column);
  if (stage === undefined) return ENDINGS.find((ending) => ending === column)!;
  const [before, after] = [STAGES.indexOf(from), STAGES.indexOf(stage)];
  if (before === after) return "same";
  return after < before ? "better" : "worse";
}
