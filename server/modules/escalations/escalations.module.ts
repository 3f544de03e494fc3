import { Module } from "@nestjs/common";
import { AccountsModule } from "../accounts/index.js";
import { HostModule } from "../host/index.js";
import { PortfolioModule } from "../portfolio/index.js";
import { CalendarReplan } from "./clocks/calendar-replan.plan.js";
import { CaseClocks } from "./clocks/case-clocks.reader.js";
import { CaseClocksStore } from "./clocks/case-clocks.store.js";
import { CaseEvents } from "./clocks/case-events.service.js";
import { CaseEventsStore } from "./clocks/case-events.store.js";
import { CaseFactsReader } from "./clocks/case-facts.reader.js";
import { CaseOwners } from "./clocks/case-owners.service.js";
import { CaseReadings } from "./clocks/case-readings.reader.js";
import { ClockKeeping } from "./clocks/clock-keeping.service.js";
import { ClockPlans } from "./clocks/clock-plans.service.js";
import { ClocksJobs } from "./clocks/clocks.jobs.js";
import { LevelMarksStore } from "./clocks/level-marks.store.js";
import { PlanVersionsStore } from "./clocks/plan-versions.store.js";
import { CaseDossiers } from "./clocks/case-dossiers.reader.js";
import { CaseRows } from "./clocks/case-rows.reader.js";
import { ClockSweep } from "./clocks/clock-sweep.service.js";
import { ClocksController } from "./clocks/clocks.controller.js";
import { ClocksLane } from "./clocks/clocks.lane.js";
import { LevelFiring } from "./clocks/level-firing.service.js";
import { LevelMails } from "./clocks/level-mails.service.js";
import { LevelNotes } from "./clocks/level-notes.reader.js";
import { LevelTelling } from "./clocks/level-telling.service.js";
import { ClocksView } from "./clocks/clocks.view.js";
import { DebtorCalls } from "./debtor-calls.service.js";
import { CaseChecks } from "./desk/case-checks.service.js";
import { CaseClosing } from "./desk/case-closing.service.js";
import { CaseDesk } from "./desk/case-desk.service.js";
import { CasePage } from "./desk/case-page.view.js";
import { CaseRecords } from "./desk/case-records.service.js";
import { CaseLines } from "./desk/case-lines.view.js";
import { CasesController } from "./desk/cases.controller.js";
import { CaseTicks } from "./desk/case-ticks.store.js";
import { Colleagues } from "./desk/colleagues.reader.js";
import { OpenCasesView } from "./desk/open-cases.view.js";
import { QueueView } from "./desk/queue.view.js";
import { EscalationsController } from "./escalations.controller.js";
import { EscalationsJobs } from "./escalations.jobs.js";
import { Escalations } from "./escalations.service.js";
import { EscalationsStore } from "./escalations.store.js";
import { EscalationsView } from "./escalations.view.js";
import { CalendarPublishing } from "./policies/calendar-publishing.service.js";
import { ChangePreview } from "./policies/change-preview.reader.js";
import { DeskReader } from "./policies/desk-known.reader.js";
import { PoliciesController } from "./policies/policies.controller.js";
import { PoliciesView } from "./policies/policies.view.js";
import { PolicyPublishing } from "./policies/policy-publishing.service.js";
import { PolicyReplan } from "./policies/policy-replan.service.js";
import { HostDeeds } from "./host-deeds.service.js";
import { HostActions } from "./host-actions.service.js";
import { HostActionsStore } from "./host-actions.store.js";

const CLOCKS = [
  CalendarReplan,
  CaseClocks,
  CaseClocksStore,
  CaseEvents,
  CaseEventsStore,
  CaseFactsReader,
  CaseOwners,
  CaseReadings,
  ClockKeeping,
  ClockPlans,
  ClocksJobs,
  LevelMarksStore,
  CaseDossiers,
  CaseRows,
  ClockSweep,
  ClocksLane,
  ClocksView,
  LevelFiring,
  LevelMails,
  LevelNotes,
  LevelTelling,
  PlanVersionsStore,
];

const DESK = [CaseChecks, CaseClosing, CaseDesk, CasePage, CaseLines, CaseRecords, CaseTicks, Colleagues, OpenCasesView, QueueView];

const POLICIES = [CalendarPublishing, ChangePreview, DeskReader, PoliciesView, PolicyPublishing, PolicyReplan];

@Module({
  imports: [AccountsModule, HostModule, PortfolioModule],
  controllers: [CasesController, ClocksController, EscalationsController, PoliciesController],
  providers: [
    DebtorCalls,
    Escalations,
    EscalationsStore,
    EscalationsView,
    EscalationsJobs,
    HostActions,
    HostActionsStore,
    HostDeeds,
    ...CLOCKS,
    ...DESK,
    ...POLICIES,
  ],
  exports: [CaseClocks, CaseEvents, DebtorCalls, Escalations, HostActions],
})
export class EscalationsModule {}
