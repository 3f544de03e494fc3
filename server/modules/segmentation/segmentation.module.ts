import { Module } from "@nestjs/common";
import { AccountsModule } from "../accounts/index.js";
import { PortfolioModule } from "../portfolio/index.js";
import { Membership } from "./membership.service.js";
import { MembershipPlan } from "./membership.plan.js";
import { SegmentFactsReader } from "./segment-facts.reader.js";
import { SegmentUses } from "./segment-uses.port.js";
import { SegmentationJobs } from "./segmentation.jobs.js";
import { SegmentsController } from "./segments.controller.js";
import { Segments } from "./segments.service.js";
import { SegmentsReader } from "./segments.reader.js";
import { SegmentsStore } from "./segments.store.js";
import { SegmentsView } from "./segments.view.js";

/** Asks `DebtorConduct` (negotiation) through its own port: what debtors replied and promised. */
@Module({
  imports: [AccountsModule, PortfolioModule],
  controllers: [SegmentsController],
  providers: [
    Membership,
    MembershipPlan,
    SegmentFactsReader,
    SegmentUses,
    SegmentationJobs,
    Segments,
    SegmentsReader,
    SegmentsStore,
    SegmentsView,
  ],
  exports: [SegmentFactsReader, SegmentsReader, SegmentUses],
})
export class SegmentationModule {}
