import { defineEntity, p } from "@mikro-orm/core";

/** One run of a scheduled job. The unique slot elects one runner among all processes; a row without an end is a crash. */
export const JobRun = defineEntity({
  name: "JobRun",
  tableName: "job_run",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    name: p.string().length(64),
    /** The instant the run was due, epoch ms. */
    slot: p.bigint("number"),
    startedAt: p.bigint("number"),
    finishedAt: p.bigint("number").nullable(),
    error: p.string().length(255).nullable(),
  },
  uniques: [{ properties: ["name", "slot"] }],
});
