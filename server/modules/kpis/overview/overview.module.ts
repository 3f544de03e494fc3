import { Module } from "@nestjs/common";
import { AccountsModule } from "../../accounts/index.js";
import { ImportsModule } from "../../imports/index.js";
import { PortfolioModule } from "../../portfolio/index.js";
import { TemplatesModule } from "../../templates/index.js";
import { FigureCutsModule } from "../cuts/figure-cuts.module.js";
import { KpisModule } from "../kpis.module.js";
import { AgesPage } from "./ages.view.js";
import { OverviewAsked } from "./asked.reader.js";
import { AttentionPage } from "./attention.view.js";
import { DayEvents } from "./day-events.view.js";
import { DenialsPage } from "./denials.view.js";
import { FunnelPage } from "./funnel.view.js";
import { FunnelRows } from "./funnel-rows.view.js";
import { LongCasesPage } from "./long-cases.view.js";
import { OverviewController } from "./overview.controller.js";
import { TodayEventsPage } from "./today-events.view.js";

/** The page a manager opens first. Projections and figures come from the module around it. */
@Module({
  imports: [AccountsModule, FigureCutsModule, ImportsModule, KpisModule, PortfolioModule, TemplatesModule],
  controllers: [OverviewController],
  providers: [AgesPage, AttentionPage, DayEvents, DenialsPage, FunnelPage, FunnelRows, LongCasesPage, OverviewAsked, TodayEventsPage],
  exports: [AgesPage, DenialsPage],
})
export class OverviewModule {}
