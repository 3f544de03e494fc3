import type { MigrationObject } from "@mikro-orm/core";
import { Migration20261122132004_initial } from "./Migration20261122132004_initial.js";

export const migrations: readonly MigrationObject[] = [
  { name: "Migration20261122132004_initial", class: Migration20261122132004_initial },
];
