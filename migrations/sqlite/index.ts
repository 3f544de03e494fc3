import type { MigrationObject } from "@mikro-orm/core";
import { Migration20261122143049_initial } from "./Migration20261122143049_initial.js";
import { Migration20261125160815_debtor_and_debt_attributes } from "./Migration20261125160815_debtor_and_debt_attributes.js";

export const migrations: readonly MigrationObject[] = [
  { name: "Migration20261122143049_initial", class: Migration20261122143049_initial },
  { name: "Migration20261125160815_debtor_and_debt_attributes", class: Migration20261125160815_debtor_and_debt_attributes },
];
