import { Injectable } from "@nestjs/common";
import type { Measure } from "../metrics/domain/measure.js";
import type { CaseLister } from "./case-lister.port.js";
import { ContactCases } from "./contact-cases.view.js";
import { DebtCases } from "./debt-cases.view.js";
import { DebtorCases } from "./debtor-cases.view.js";
import { MoneyCases } from "./money-cases.view.js";
import { MoveCases } from "./move-cases.view.js";
import { PromiseCases } from "./promise-cases.view.js";
import { WorkCases } from "./work-cases.view.js";

/** Who lists the cases of which measure. */
@Injectable()
export class CaseListers {
  private readonly all: readonly CaseLister[];

  constructor(
    debts: DebtCases,
    money: MoneyCases,
    contacts: ContactCases,
    promises: PromiseCases,
    moves: MoveCases,
    work: WorkCases,
    ofDebtors: DebtorCases,
  ) {
    this.all = [debts, money, contacts, promises, moves, work, ofDebtors];
  }

  /** Undefined for a measure of which no cases are listed. */
  of(measure: Measure): CaseLister | undefined {
    return this.all.find(({ natures }) => natures[measure] !== undefined);
  }
}
