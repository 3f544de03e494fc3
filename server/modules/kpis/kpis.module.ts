import { Module } from "@nestjs/common";
import { AccountsModule } from "../accounts/index.js";
import { OutboxModule } from "../outbox/index.js";
import { CostEntriesPage } from "./costs/cost-entries.view.js";
import { CostFiles } from "./costs/cost-files.service.js";
import { CostFilesController } from "./costs/cost-files.controller.js";
import { CostMeasures } from "./costs/cost-measures.view.js";
import { CostSplitPage } from "./costs/cost-split.view.js";
import { Costs } from "./costs/costs.service.js";
import { CostsController } from "./costs/costs.controller.js";
import { CostsPage } from "./costs/costs.view.js";
import { CostsReader } from "./costs/costs.reader.js";
import { CostsStore } from "./costs/costs.store.js";
import { Prices } from "./costs/prices.service.js";
import { PricesController } from "./costs/prices.controller.js";
import { PricesStore } from "./costs/prices.store.js";
import { SentMessagesView } from "./costs/sent-messages.view.js";
import { ContactHistory } from "./projections/contacts/contact-history.service.js";
import { ContactTriesStore } from "./projections/contacts/contact-tries.store.js";
import { DayClosings } from "./projections/closings/day-closings.store.js";
import { DebtHistory } from "./projections/debts/debt-history.service.js";
import { DebtHistoryStore } from "./projections/debts/debt-history.store.js";
import { DebtIds } from "./projections/debts/debt-ids.reader.js";
import { CohortFigures } from "./measures/cohorts/cohort-figures.reader.js";
import { Cohorts } from "./measures/cohorts/cohorts.view.js";
import { CohortsPage } from "./measures/cohorts/cohorts-page.view.js";
import { ContactMeasures } from "./measures/contact-measures.view.js";
import { DebtMeasures } from "./measures/debt-measures.view.js";
import { Figures } from "./measures/figures.reader.js";
import { FigureSeriesPage } from "./measures/figure-series.view.js";
import { FiguresByMethod } from "./measures/figures-by-method.reader.js";
import { FiguresController } from "./measures/figures.controller.js";
import { FiguresPage } from "./measures/figures.view.js";
import { AccountMoves } from "./projections/moves/account-moves.view.js";
import { MoveClosings } from "./projections/moves/move-closings.store.js";
import { RulesKept } from "./measures/rules-kept.view.js";
import { CohortSums } from "./measures/cohorts/cohort-sums.view.js";
import { CohortFactsView } from "./projections/cohorts/cohort-facts.view.js";
import { CohortHistory } from "./projections/cohorts/cohort-history.service.js";
import { PeopleCounts } from "./measures/people-counts.reader.js";
import { PeopleHistory } from "./projections/people/people-history.service.js";
import { PersonFactsView } from "./projections/people/person-facts.view.js";
import { OpenedAccounts } from "./projections/moves/opened-accounts.view.js";
import { MovesAt } from "./projections/moves/moves-at.view.js";
import { RollFigures } from "./measures/moves/roll-figures.reader.js";
import { RollMatrixPage } from "./measures/moves/roll-matrix.view.js";
import { MoneyMeasures } from "./measures/money-measures.view.js";
import { PromiseMeasures } from "./measures/promise-measures.view.js";
import { RecoveryTimes } from "./measures/recovery-times.view.js";
import { ReportingPeriods } from "./measures/reporting-periods.reader.js";
import { ComplaintMeasures } from "./measures/work/complaint-measures.view.js";
import { DeskMeasures } from "./measures/work/desk-measures.view.js";
import { DocumentationMeasures } from "./measures/work/documentation-measures.view.js";
import { FirstContactMeasures } from "./measures/work/first-contact-measures.view.js";
import { GivenUpMeasures } from "./measures/work/given-up-measures.view.js";
import { InquiryMeasures } from "./measures/work/inquiry-measures.view.js";
import { ResolvedCases } from "./measures/work/resolved-cases.view.js";
import { WorkCounters } from "./measures/work/work-counters.reader.js";
import { MetricDefinitionsController } from "./metrics/metric-definitions.controller.js";
import { MetricDefinitionsPage } from "./metrics/metric-definitions.view.js";
import { ObjectivesController } from "./objectives/objectives.controller.js";
import { Objectives } from "./objectives/objectives.service.js";
import { ObjectivesStore } from "./objectives/objectives.store.js";
import { ParkedController } from "./parked.controller.js";
import { ParkedPage } from "./parked.view.js";
import { ParkedWords } from "./parked-words.reader.js";
import { PortfolioModule } from "../portfolio/index.js";
import { CadencesModule } from "../cadences/index.js";
import { EscalationsModule } from "../escalations/index.js";
import { NegotiationModule } from "../negotiation/index.js";
import { PolicyModule } from "../policy/index.js";
import { TemplatesModule } from "../templates/index.js";
import { PortfolioStanding } from "./projections/debts/portfolio-standing.view.js";
import { ProjectionCursorStore } from "./projections/projection-cursor.store.js";
import { ProjectionsJobs } from "./projections/projections.jobs.js";
import { OpenDebts } from "./projections/closings/open-debts.view.js";
import { OwingDebtorsView } from "./projections/closings/owing-debtors.view.js";
import { QuietSources } from "./sources/quiet-sources.view.js";
import { StandingAt } from "./projections/closings/standing-at.view.js";
import { JournalProjections } from "./projections/journal-projections.service.js";
import { FigureTallies } from "./projections/tallies/figure-tallies.view.js";
import { FigureTalliesStore } from "./projections/tallies/figure-tallies.store.js";
import { DeskActsStore } from "./projections/desk/desk-acts.store.js";
import { DeskHistory } from "./projections/desk/desk-history.service.js";
import { InquiriesStore } from "./projections/inquiries/inquiries.store.js";
import { InquiryHistory } from "./projections/inquiries/inquiry-history.service.js";
import { PromiseHistory } from "./projections/promises/promise-history.service.js";
import { PromiseHistoryStore } from "./projections/promises/promise-history.store.js";
import { Projector } from "./projections/projector.service.js";
import { Reconciliation } from "./projections/debts/reconciliation.view.js";
import { TodayController } from "./today.controller.js";
import { TodayPage } from "./today.view.js";

/** Fills a port of the accounts module: which plan an admin must have seen. */
@Module({
  imports: [
    AccountsModule,
    CadencesModule,
    EscalationsModule,
    NegotiationModule,
    OutboxModule,
    PolicyModule,
    PortfolioModule,
    TemplatesModule,
  ],
  controllers: [
    TodayController,
    ParkedController,
    MetricDefinitionsController,
    FiguresController,
    CostFilesController,
    CostsController,
    PricesController,
    ObjectivesController,
  ],
  providers: [
    TodayPage,
    ParkedPage,
    MetricDefinitionsPage,
    ParkedWords,
    ContactHistory,
    ContactTriesStore,
    DayClosings,
    OpenDebts,
    OwingDebtorsView,
    QuietSources,
    StandingAt,
    JournalProjections,
    FigureTallies,
    FigureTalliesStore,
    ComplaintMeasures,
    GivenUpMeasures,
    DeskMeasures,
    DocumentationMeasures,
    FirstContactMeasures,
    InquiryMeasures,
    ResolvedCases,
    WorkCounters,
    DeskActsStore,
    DeskHistory,
    InquiriesStore,
    InquiryHistory,
    DebtHistory,
    DebtHistoryStore,
    AccountMoves,
    MoveClosings,
    MovesAt,
    OpenedAccounts,
    CohortFigures,
    CohortFactsView,
    CohortHistory,
    Cohorts,
    CohortsPage,
    CohortSums,
    ContactMeasures,
    DebtIds,
    DebtMeasures,
    Figures,
    FigureSeriesPage,
    FiguresByMethod,
    FiguresPage,
    MoneyMeasures,
    CostEntriesPage,
    CostFiles,
    CostMeasures,
    CostSplitPage,
    Costs,
    CostsPage,
    CostsReader,
    CostsStore,
    Prices,
    PricesStore,
    SentMessagesView,
    Objectives,
    ObjectivesStore,
    PeopleCounts,
    PeopleHistory,
    PersonFactsView,
    PromiseMeasures,
    RecoveryTimes,
    ReportingPeriods,
    RollFigures,
    RulesKept,
    RollMatrixPage,
    PortfolioStanding,
    ProjectionCursorStore,
    ProjectionsJobs,
    Projector,
    PromiseHistory,
    PromiseHistoryStore,
    Reconciliation,
  ],
  exports: [
    AccountMoves,
    Cohorts,
    CostsReader,
    ContactMeasures,
    ComplaintMeasures,
    GivenUpMeasures,
    DeskMeasures,
    DocumentationMeasures,
    FirstContactMeasures,
    InquiryMeasures,
    ResolvedCases,
    DebtMeasures,
    Figures,
    MoneyMeasures,
    ObjectivesStore,
    ParkedPage,
    ParkedWords,
    PeopleCounts,
    PortfolioStanding,
    Projector,
    PromiseMeasures,
    QuietSources,
    Reconciliation,
    RecoveryTimes,
    ReportingPeriods,
    RulesKept,
    StandingAt,
    TodayPage,
  ],
})
export class KpisModule {}
