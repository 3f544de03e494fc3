import { Module } from "@nestjs/common";
import { AccountsModule } from "../../accounts/index.js";
import { PortfolioModule } from "../../portfolio/index.js";
import { FigureCutsModule } from "../cuts/figure-cuts.module.js";
import { KpisModule } from "../kpis.module.js";
import { CaseListers } from "./case-listers.reader.js";
import { CaseNames } from "./case-names.reader.js";
import { CasesFile } from "./cases-file.view.js";
import { DebtorCases } from "./debtor-cases.view.js";
import { WorkCases } from "./work-cases.view.js";
import { ContactCases } from "./contact-cases.view.js";
import { DebtCases } from "./debt-cases.view.js";
import { FigureCasesController } from "./figure-cases.controller.js";
import { FigureCases } from "./figure-cases.reader.js";
import { FigureCasesPage } from "./figure-cases-page.view.js";
import { MoneyCases } from "./money-cases.view.js";
import { MoveCases } from "./move-cases.view.js";
import { PromiseCases } from "./promise-cases.view.js";

/** What stands behind each figure. Measures and figures come from the module around it. */
@Module({
  imports: [AccountsModule, FigureCutsModule, KpisModule, PortfolioModule],
  controllers: [FigureCasesController],
  providers: [
    CaseListers,
    CaseNames,
    CasesFile,
    ContactCases,
    DebtCases,
    FigureCases,
    FigureCasesPage,
    MoneyCases,
    MoveCases,
    PromiseCases,
    DebtorCases,
    WorkCases,
  ],
  exports: [FigureCases],
})
export class FigureCasesModule {}
