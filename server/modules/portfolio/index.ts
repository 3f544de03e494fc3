export { AccountSettingsView } from "./account-settings.view.js";
export { BlockedNumbers } from "./blocked-numbers.service.js";
export { Consents } from "./consents.service.js";
export { DebtorConversations } from "./debtor-conversations.port.js";
export { lookupsOf, NAME_LOOKUPS } from "./debtor-lookups.adapter.js";
export { type CalledDebtor, DebtorsStore } from "./debtors.store.js";
export { type CalledDebt, DebtsStore } from "./debts.store.js";
export { Holds, type HoldReason, type NewHold, PAYABLE_HOLDS } from "./holds.service.js";
export { NumberOwnersStore } from "./number-owners.store.js";
export { OwedChanges } from "./owed-changes.service.js";
export { readPhone } from "./phone-number.adapter.js";
export { portfolioEvents } from "./portfolio.events.js";
export { PortfolioModule } from "./portfolio.module.js";
export {
  type ContactPointFact,
  DEBTORS_PER_CHUNK,
  type RecordedDebt,
  type DebtorFacts,
  type RecordedHold,
  PortfolioReader,
} from "./portfolio.reader.js";
export type { ContactPointRecord, DebtorRecord, DebtRecord, HoldRecord } from "./portfolio-rows.tables.js";
export { CONTACT_POINT, DEBT, DEBTOR, DEBTOR_LOOKUP, HOLD, type PortfolioTables } from "./portfolio.tables.js";
export { SharedNumbers } from "./shared-numbers.service.js";
export { DebtorNamesView } from "./debtor-names.view.js";
