import { accountsRoutes } from "./accounts.contract.js";
import { negotiationRoutes } from "./negotiation.contract.js";
import { kpisRoutes } from "./kpis.contract.js";
import { importRoutes } from "./imports.contract.js";
import { cadencesRoutes } from "./cadences.contract.js";
import { paymentsRoutes } from "./payments.contract.js";
import { portfolioRoutes } from "./portfolio.contract.js";
import { segmentationRoutes } from "./segmentation.contract.js";
import { systemRoutes, workRoutes } from "./work.contract.js";

/** Everything the outside can do, apart from the webhook door `/hooks/chatwoot/:key`. */
export const routes = {
  accounts: accountsRoutes,
  portfolio: portfolioRoutes,
  payments: paymentsRoutes,
  negotiation: negotiationRoutes,
  imports: importRoutes,
  segmentation: segmentationRoutes,
  cadences: cadencesRoutes,
  kpis: kpisRoutes,
  work: workRoutes,
  system: systemRoutes,
};
