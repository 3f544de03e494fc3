export type { Channel } from "../../../shared/channel.js";
export type Consent = "granted" | "withdrawn" | "unknown";
