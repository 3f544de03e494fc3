import { Module } from "@nestjs/common";
import { AccountsModule } from "../../accounts/index.js";
import { PortfolioModule } from "../../portfolio/index.js";
import { SegmentationModule } from "../../segmentation/index.js";
import { KpisModule } from "../kpis.module.js";
import { AgentSight } from "./agent-sight.reader.js";
import { AgentCutSource } from "./agent-source.view.js";
import { AttemptCutSource } from "./attempt-source.view.js";
import { CutQuery } from "./cut-query.view.js";
import { CutSources } from "./cut-sources.reader.js";
import { DebtCutSource } from "./debt-source.view.js";
import { CutStanding } from "./cut-standing.view.js";
import { CutValuesPage } from "./cut-values.view.js";
import { DebtorFiguresPage } from "./debtor-figures.view.js";
import { FigureCutPage } from "./figure-cut-page.view.js";
import { FigureCuts } from "./figure-cuts.reader.js";
import { FigureCutsController } from "./figure-cuts.controller.js";
import { FilteredFiguresPage } from "./filtered-figures.view.js";
import { InquiryCutSource } from "./inquiry-source.view.js";
import { MoneyCutSource } from "./money-source.view.js";
import { OverdueCutSources } from "./overdue-source.view.js";
import { PromiseCutSource } from "./promise-source.view.js";

/** Figures cut by what is known of the rows they are made of. */
@Module({
  imports: [AccountsModule, KpisModule, PortfolioModule, SegmentationModule],
  controllers: [FigureCutsController],
  providers: [
    AgentCutSource,
    AgentSight,
    AttemptCutSource,
    CutQuery,
    CutSources,
    CutStanding,
    CutValuesPage,
    DebtCutSource,
    DebtorFiguresPage,
    FigureCutPage,
    FigureCuts,
    FilteredFiguresPage,
    InquiryCutSource,
    MoneyCutSource,
    OverdueCutSources,
    PromiseCutSource,
  ],
  exports: [AgentSight, CutSources, CutStanding, FigureCuts],
})
export class FigureCutsModule {}
