import { Global, Module } from "@nestjs/common";
import { PlanDigests } from "../accounts/index.js";
import { OutboxModule } from "../outbox/index.js";
import { DebtHistory } from "./projections/debt-history.service.js";
import { DebtHistoryStore } from "./projections/debt-history.store.js";
import { DebtIds } from "./projections/debt-ids.reader.js";
import { ParkedController } from "./parked.controller.js";
import { ParkedPage } from "./parked.view.js";
import { ParkedWords } from "./parked-words.reader.js";
import { PortfolioModule } from "../portfolio/index.js";
import { PortfolioStanding } from "./projections/portfolio-standing.view.js";
import { ProjectionCursorStore } from "./projections/projection-cursor.store.js";
import { ProjectionsJobs } from "./projections/projections.jobs.js";
import { Projector } from "./projections/projector.service.js";
import { Reconciliation } from "./projections/reconciliation.view.js";
import { TodayController } from "./today.controller.js";
import { TodayPage } from "./today.view.js";

/** Global because the accounts module asks it, through its own port, which plan an admin must have seen. */
@Global()
@Module({
  imports: [OutboxModule, PortfolioModule],
  controllers: [TodayController, ParkedController],
  providers: [
    TodayPage,
    ParkedPage,
    ParkedWords,
    DebtHistory,
    DebtHistoryStore,
    DebtIds,
    PortfolioStanding,
    ProjectionCursorStore,
    ProjectionsJobs,
    Projector,
    Reconciliation,
    {
      provide: PlanDigests,
      useFactory: (page: TodayPage): PlanDigests => ({ current: (accountId) => page.digest(accountId) }),
      inject: [TodayPage],
    },
  ],
  exports: [ParkedPage, ParkedWords, PlanDigests, PortfolioStanding, Projector, Reconciliation],
})
export class KpisModule {}
