import type { MigrationObject } from "@mikro-orm/core";
import { Migration20261122143049_initial } from "./Migration20261122143049_initial.js";
import { Migration20261125160815_debtor_and_debt_attributes } from "./Migration20261125160815_debtor_and_debt_attributes.js";
import { Migration20261125162233_promises } from "./Migration20261125162233_promises.js";
import { Migration20261125164326_debt_due_by_debtor } from "./Migration20261125164326_debt_due_by_debtor.js";
import { Migration20261125165230_imports } from "./Migration20261125165230_imports.js";
import { Migration20261125170937_segments } from "./Migration20261125170937_segments.js";
import { Migration20261125174455_cadences } from "./Migration20261125174455_cadences.js";
import { Migration20261129133950_import_change_hold } from "./Migration20261129133950_import_change_hold.js";
import { Migration20261130122125_parked_work } from "./Migration20261130122125_parked_work.js";
import { Migration20261130125855_parked_work_public_id } from "./Migration20261130125855_parked_work_public_id.js";
import { Migration20261130131500_number_places } from "./Migration20261130131500_number_places.js";
import { Migration20261130132000_host_troubles } from "./Migration20261130132000_host_troubles.js";
import { Migration20261130132801_sign_in_limit } from "./Migration20261130132801_sign_in_limit.js";
import { Migration20261130134500_import_warned } from "./Migration20261130134500_import_warned.js";
import { Migration20261130140022_blocked_contacts } from "./Migration20261130140022_blocked_contacts.js";
import { Migration20261130143233_what_was_read } from "./Migration20261130143233_what_was_read.js";
import { Migration20261130160051_webhook_signed_hash } from "./Migration20261130160051_webhook_signed_hash.js";
import { Migration20261130160453_session_last_seen } from "./Migration20261130160453_session_last_seen.js";
import { Migration20261130162655_credit_notes } from "./Migration20261130162655_credit_notes.js";
import { Migration20261130163006_import_attempts } from "./Migration20261130163006_import_attempts.js";
import { Migration20261130164331_loose_references } from "./Migration20261130164331_loose_references.js";
import { Migration20261130191513_projections } from "./Migration20261130191513_projections.js";

export const migrations: readonly MigrationObject[] = [
  { name: "Migration20261122143049_initial", class: Migration20261122143049_initial },
  { name: "Migration20261125160815_debtor_and_debt_attributes", class: Migration20261125160815_debtor_and_debt_attributes },
  { name: "Migration20261125162233_promises", class: Migration20261125162233_promises },
  { name: "Migration20261125164326_debt_due_by_debtor", class: Migration20261125164326_debt_due_by_debtor },
  { name: "Migration20261125165230_imports", class: Migration20261125165230_imports },
  { name: "Migration20261125170937_segments", class: Migration20261125170937_segments },
  { name: "Migration20261125174455_cadences", class: Migration20261125174455_cadences },
  { name: "Migration20261129133950_import_change_hold", class: Migration20261129133950_import_change_hold },
  { name: "Migration20261130122125_parked_work", class: Migration20261130122125_parked_work },
  { name: "Migration20261130125855_parked_work_public_id", class: Migration20261130125855_parked_work_public_id },
  { name: "Migration20261130131500_number_places", class: Migration20261130131500_number_places },
  { name: "Migration20261130132000_host_troubles", class: Migration20261130132000_host_troubles },
  { name: "Migration20261130132801_sign_in_limit", class: Migration20261130132801_sign_in_limit },
  { name: "Migration20261130134500_import_warned", class: Migration20261130134500_import_warned },
  { name: "Migration20261130140022_blocked_contacts", class: Migration20261130140022_blocked_contacts },
  { name: "Migration20261130143233_what_was_read", class: Migration20261130143233_what_was_read },
  { name: "Migration20261130160051_webhook_signed_hash", class: Migration20261130160051_webhook_signed_hash },
  { name: "Migration20261130160453_session_last_seen", class: Migration20261130160453_session_last_seen },
  { name: "Migration20261130162655_credit_notes", class: Migration20261130162655_credit_notes },
  { name: "Migration20261130163006_import_attempts", class: Migration20261130163006_import_attempts },
  { name: "Migration20261130164331_loose_references", class: Migration20261130164331_loose_references },
  { name: "Migration20261130191513_projections", class: Migration20261130191513_projections },
];
