/** What can be done with a published cadence as a whole. */
export type Act = "pause" | "resume" | "archive";
