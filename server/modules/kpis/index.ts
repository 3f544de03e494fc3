export { KpisModule } from "./kpis.module.js";
export { TodayPage } from "./today.view.js";
export { ParkedPage } from "./parked.view.js";
export { ParkedWords } from "./parked-words.reader.js";
export { PortfolioStanding } from "./projections/debts/portfolio-standing.view.js";
export { Projector } from "./projections/projector.service.js";
export { Reconciliation } from "./projections/debts/reconciliation.view.js";
