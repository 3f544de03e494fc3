import { Module } from "@nestjs/common";
import { AccountsModule } from "../../accounts/index.js";
import { SegmentationModule } from "../../segmentation/index.js";
import { KpisModule } from "../kpis.module.js";
import { AgentCutSource } from "./agent-source.view.js";
import { AttemptCutSource } from "./attempt-source.view.js";
import { CutSources } from "./cut-sources.reader.js";
import { DebtCutSource } from "./debt-source.view.js";
import { FigureCutPage } from "./figure-cut-page.view.js";
import { FigureCuts } from "./figure-cuts.reader.js";
import { FigureCutsController } from "./figure-cuts.controller.js";
import { InquiryCutSource } from "./inquiry-source.view.js";
import { MoneyCutSource } from "./money-source.view.js";
import { PromiseCutSource } from "./promise-source.view.js";

/** Figures cut by what is known of the rows they are made of. */
@Module({
  imports: [AccountsModule, KpisModule, SegmentationModule],
  controllers: [FigureCutsController],
  providers: [
    AgentCutSource,
    AttemptCutSource,
    CutSources,
    DebtCutSource,
    FigureCutPage,
    FigureCuts,
    InquiryCutSource,
    MoneyCutSource,
    PromiseCutSource,
  ],
})
export class FigureCutsModule {}
