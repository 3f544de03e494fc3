import { Module } from "@nestjs/common";
import { AccountsModule } from "../../accounts/index.js";
import { HostModule } from "../../host/index.js";
import { KpisModule } from "../kpis.module.js";
import { AlertMails } from "./alert-mails.service.js";
import { AlertNotes } from "./alert-notes.service.js";
import { AlertReadings } from "./alert-readings.reader.js";
import { AlertRounds } from "./alert-rounds.service.js";
import { AlertRules } from "./alert-rules.service.js";
import { AlertRulesStore } from "./alert-rules.store.js";
import { AlertWatching } from "./alert-watching.service.js";
import { AlertsController } from "./alerts.controller.js";
import { AlertsJobs } from "./alerts.jobs.js";
import { Alerts } from "./alerts.service.js";
import { AlertsStore } from "./alerts.store.js";
import { AlertsPage } from "./alerts.view.js";

/** Calls somebody when a figure has been bad for long enough. Figures and their sources come from the module around it. */
@Module({
  imports: [AccountsModule, HostModule, KpisModule],
  controllers: [AlertsController],
  providers: [
    AlertMails,
    AlertNotes,
    AlertReadings,
    AlertRounds,
    AlertRules,
    AlertRulesStore,
    AlertWatching,
    Alerts,
    AlertsJobs,
    AlertsPage,
    AlertsStore,
  ],
  exports: [AlertsStore, AlertWatching],
})
export class AlertsModule {}
