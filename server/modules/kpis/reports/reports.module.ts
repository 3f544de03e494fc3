import { join } from "node:path";
import { Module } from "@nestjs/common";
import { Words } from "../../../platform/words/words.js";
import { AccountsModule } from "../../accounts/index.js";
import { KpisModule } from "../kpis.module.js";
import { OverviewModule } from "../overview/overview.module.js";
import { ReportContents } from "./report-contents.reader.js";
import { ReportPages } from "./report-page.words.js";
import { ReportRunsStore } from "./report-runs.store.js";
import { ReportFiles } from "./report-workbook.adapter.js";
import { ReportsController } from "./reports.controller.js";
import { Reports } from "./reports.service.js";
import { ReportsPage } from "./reports.view.js";

/** What is told of a day, a week or a month. Figures and projections come from the module around it. */
@Module({
  imports: [AccountsModule, KpisModule, OverviewModule],
  controllers: [ReportsController],
  providers: [
    ReportContents,
    ReportRunsStore,
    Reports,
    ReportsPage,
    { provide: ReportPages, useFactory: (words: Words) => new ReportPages(words, join(process.cwd(), "templates")), inject: [Words] },
    { provide: ReportFiles, useFactory: (words: Words, pages: ReportPages) => new ReportFiles(words, pages), inject: [Words, ReportPages] },
  ],
  exports: [Reports, ReportsPage],
})
export class ReportsModule {}
