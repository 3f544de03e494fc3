export { Consents } from "./consents.service.js";
export { HOLD_REASONS, Holds, type HoldReason, type NewHold, PAYABLE_HOLDS } from "./holds.service.js";
export { type CsvSource, sourceFromFile, sourceFromText } from "./import/csv-source.js";
export { ImportUndo } from "./import-undo.service.js";
export { ImportProfiles } from "./import-profiles.service.js";
export { ImportPreviews } from "./import-preview.service.js";
export { Imports } from "./imports.service.js";
export { ImportsView } from "./imports.view.js";
export { type PaymentOutcome, Payments } from "./payments.service.js";
export { portfolioEvents } from "./portfolio.events.js";
export { PortfolioModule } from "./portfolio.module.js";
export { type ContactPointFact, type DebtFact, type DebtorFacts, type HoldFact, PortfolioReader } from "./portfolio.reader.js";
export {
  CONTACT_POINT,
  DEBT,
  DEBTOR,
  DEBTOR_LOOKUP,
  HOLD,
  IMPORT_REJECT,
  LEDGER_ENTRY,
  PAYMENT,
  PORTFOLIO_IMPORT,
} from "./portfolio.tables.js";
