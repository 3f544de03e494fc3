import { accountsRoutes } from "./accounts.contract.js";
import { cadencesRoutes } from "./cadences.contract.js";
import { casesRoutes } from "./escalations/cases.contract.js";
import { escalationsRoutes } from "./escalations.contract.js";
import { clocksRoutes } from "./escalations/clocks.contract.js";
import { policiesRoutes } from "./escalations/policies.contract.js";
import { cutsRoutes } from "./kpis/cuts.contract.js";
import { figuresRoutes } from "./kpis/figures.contract.js";
import { importsRoutes } from "./imports.contract.js";
import { journalRoutes } from "./journal.contract.js";
import { alertsRoutes } from "./kpis/alerts.contract.js";
import { benchmarksRoutes } from "./kpis/benchmarks.contract.js";
import { diagnosisRoutes } from "./kpis/diagnosis.contract.js";
import { costsRoutes } from "./kpis/costs.contract.js";
import { kpisRoutes } from "./kpis.contract.js";
import { longCasesRoutes } from "./kpis/long-cases.contract.js";
import { negotiationRoutes } from "./negotiation.contract.js";
import { overviewRoutes } from "./kpis/overview.contract.js";
import { paymentsRoutes } from "./payments.contract.js";
import { portfolioRoutes } from "./portfolio.contract.js";
import { ratesRoutes } from "./kpis/rates.contract.js";
import { reportSchedulesRoutes } from "./kpis/report-schedules.contract.js";
import { reportsRoutes } from "./kpis/reports.contract.js";
import { segmentationRoutes } from "./segmentation.contract.js";
import { seriesRoutes } from "./kpis/series.contract.js";
import { systemRoutes } from "./system.contract.js";
import { templatesRoutes } from "./templates.contract.js";

/** Everything the outside can do, apart from the webhook door `/hooks/chatwoot/:key`: one group a module, `system` for the platform. */
export const routes = {
  accounts: accountsRoutes,
  cadences: cadencesRoutes,
  escalations: { ...escalationsRoutes, ...clocksRoutes, ...casesRoutes, ...policiesRoutes },
  imports: importsRoutes,
  journal: journalRoutes,
  kpis: {
    ...kpisRoutes,
    ...figuresRoutes,
    ...overviewRoutes,
    ...reportsRoutes,
    ...reportSchedulesRoutes,
    ...seriesRoutes,
    ...costsRoutes,
    ...alertsRoutes,
    ...benchmarksRoutes,
    ...diagnosisRoutes,
    ...cutsRoutes,
    ...ratesRoutes,
    ...longCasesRoutes,
  },
  negotiation: negotiationRoutes,
  payments: paymentsRoutes,
  portfolio: portfolioRoutes,
  segmentation: segmentationRoutes,
  system: systemRoutes,
  templates: templatesRoutes,
};
