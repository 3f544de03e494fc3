import { join } from "node:path";
import { Module } from "@nestjs/common";
import { Words } from "../../../platform/words/words.js";
import { AccountsModule } from "../../accounts/index.js";
import { SegmentationModule } from "../../segmentation/index.js";
import { AlertsModule } from "../alerts/alerts.module.js";
import { FigureCutsModule } from "../cuts/figure-cuts.module.js";
import { KpisModule } from "../kpis.module.js";
import { OverviewModule } from "../overview/overview.module.js";
import { ReportBytes } from "./report-bytes.reader.js";
import { ReportChanges } from "./report-changes.view.js";
import { ReportContents } from "./report-contents.reader.js";
import { ReportNames } from "./report-names.reader.js";
import { ReportPages } from "./report-page.words.js";
import { ReportPdf } from "./report-pdf.adapter.js";
import { ReportRunsStore } from "./report-runs.store.js";
import { ReportSectionsReader } from "./report-sections.reader.js";
import { ReportFiles } from "./report-workbook.adapter.js";
import { ReportsController } from "./reports.controller.js";
import { RecipientAddress } from "./schedules/recipient-address.service.js";
import { ReportMails } from "./schedules/report-mails.reader.js";
import { ReportSchedulesController } from "./schedules/report-schedules.controller.js";
import { ReportSchedules } from "./schedules/report-schedules.service.js";
import { ReportSchedulesStore } from "./schedules/report-schedules.store.js";
import { ReportSchedulesView } from "./schedules/report-schedules.view.js";
import { ScheduledReportsJobs } from "./schedules/scheduled-reports.jobs.js";
import { ScheduledReports } from "./schedules/scheduled-reports.service.js";
import { SentReports } from "./schedules/sent-reports.view.js";
import { Reports } from "./reports.service.js";
import { ReportsPage } from "./reports.view.js";

/** What is told of a day, a week or a month. Figures and projections come from the module around it. */
@Module({
  imports: [AccountsModule, AlertsModule, FigureCutsModule, KpisModule, OverviewModule, SegmentationModule],
  controllers: [ReportsController, ReportSchedulesController],
  providers: [
    RecipientAddress,
    ReportBytes,
    ReportChanges,
    ReportNames,
    ReportSectionsReader,
    ReportContents,
    ReportMails,
    ReportRunsStore,
    ReportSchedules,
    ReportSchedulesStore,
    ReportSchedulesView,
    ScheduledReports,
    ScheduledReportsJobs,
    SentReports,
    Reports,
    ReportsPage,
    { provide: ReportPages, useFactory: (words: Words) => new ReportPages(words, join(process.cwd(), "templates")), inject: [Words] },
    { provide: ReportFiles, useFactory: (words: Words, pages: ReportPages) => new ReportFiles(words, pages), inject: [Words, ReportPages] },
    { provide: ReportPdf, useFactory: (pages: ReportPages) => new ReportPdf(pages), inject: [ReportPages] },
  ],
  exports: [Reports, ReportsPage],
})
export class ReportsModule {}
