import type { MigrationObject } from "@mikro-orm/core";
import { Migration20261122143049_initial } from "./Migration20261122143049_initial.js";

export const migrations: readonly MigrationObject[] = [{ name: "Migration20261122143049_initial", class: Migration20261122143049_initial }];
