import { Module } from "@nestjs/common";
import { AccountsModule } from "../accounts/index.js";
import { HostModule } from "../host/index.js";
import { PortfolioModule } from "../portfolio/index.js";
import { DebtorCalls } from "./debtor-calls.service.js";
import { EscalationsController } from "./escalations.controller.js";
import { EscalationsJobs } from "./escalations.jobs.js";
import { Escalations } from "./escalations.service.js";
import { EscalationsStore } from "./escalations.store.js";
import { EscalationsView } from "./escalations.view.js";
import { HostActions } from "./host-actions.service.js";
import { HostActionsStore } from "./host-actions.store.js";

@Module({
  imports: [AccountsModule, HostModule, PortfolioModule],
  controllers: [EscalationsController],
  providers: [DebtorCalls, Escalations, EscalationsStore, EscalationsView, EscalationsJobs, HostActions, HostActionsStore],
  exports: [DebtorCalls, Escalations, HostActions],
})
export class EscalationsModule {}
