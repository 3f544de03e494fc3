import { Module } from "@nestjs/common";
import { AccountsModule } from "../accounts/index.js";
import { OutboxModule } from "../outbox/index.js";
import { TemplatesModule } from "../templates/index.js";
import { CadencesJobs } from "./cadences.jobs.js";
import { CadencesService } from "./cadences.service.js";
import { CadencesStore } from "./cadences.store.js";
import { PlanningPlan } from "./planning.plan.js";

@Module({
  imports: [AccountsModule, OutboxModule, TemplatesModule],
  providers: [CadencesService, CadencesStore, PlanningPlan, CadencesJobs],
  exports: [CadencesService],
})
export class CadencesModule {}
