import { type DynamicModule, Module } from "@nestjs/common";
import { FilledPortsModule } from "./filled-ports.module.js";
import { HttpModule } from "./platform/http/http.module.js";
import { PlatformModule, type Ports } from "./platform/platform.module.js";
import { QueueModule } from "./platform/queue/queue.module.js";
import { AccountsModule } from "./modules/accounts/index.js";
import { CadencesModule } from "./modules/cadences/index.js";
import { EscalationsModule } from "./modules/escalations/index.js";
import { HostModule } from "./modules/host/index.js";
import { ImportsModule } from "./modules/imports/index.js";
import { JournalModule } from "./modules/journal/index.js";
import {
  AlertsModule,
  BenchmarksModule,
  DiagnosisModule,
  FigureCasesModule,
  FigureCutsModule,
  KpisModule,
  OverviewModule,
  RatesModule,
  ReportsModule,
} from "./modules/kpis/index.js";
import { NegotiationModule } from "./modules/negotiation/index.js";
import { OutboxModule } from "./modules/outbox/index.js";
import { PaymentsModule } from "./modules/payments/index.js";
import { PolicyModule } from "./modules/policy/index.js";
import { PortfolioModule } from "./modules/portfolio/index.js";
import { SegmentationModule } from "./modules/segmentation/index.js";
import { TemplatesModule } from "./modules/templates/index.js";

/** The one composition root: the parts of Saldo, and through `Ports` what stands for clock, chance and database. */
@Module({})
export class AppModule {
  static register(ports: Ports): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.register(ports),
        QueueModule.register(ports.config),
        HttpModule,
        JournalModule,
        AccountsModule,
        PortfolioModule,
        PaymentsModule,
        ImportsModule,
        PolicyModule,
        HostModule,
        TemplatesModule,
        OutboxModule,
        SegmentationModule,
        CadencesModule,
        NegotiationModule,
        EscalationsModule,
        AlertsModule,
        BenchmarksModule,
        DiagnosisModule,
        KpisModule,
        FigureCasesModule,
        FigureCutsModule,
        OverviewModule,
        RatesModule,
        ReportsModule,
        FilledPortsModule,
      ],
    };
  }
}
