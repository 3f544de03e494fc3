import type { EntitySchema } from "@mikro-orm/core";
import { DataKeyRow } from "./platform/crypto/data-key.entity.js";
import { JobRun } from "./platform/clock/job-run.entity.js";

/** Every table of Saldo. A new entity is added here and gets its migration by `npm run migrations -- NAME`. */
export const entities: readonly EntitySchema[] = [DataKeyRow, JobRun];
