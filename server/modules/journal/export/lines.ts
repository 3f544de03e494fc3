import { z } from "zod";
import { canonical } from "../chain/canonical.js";
import type { Checkpoint } from "../chain/checkpoint.js";
import { FORMAT } from "../chain/record.js";
import type { JsonObject, JsonValue } from "../domain/json.js";

const Hash = z.string().regex(/^[0-9a-f]{64}$/);
const Uuid = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const Instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const Seq = z.int().positive();
/** The one way to write the bytes: other texts decode to the same bytes, so a change of one character could hide there. */
const Base64 = z.string().refine((text) => Buffer.from(text, "base64").toString("base64") === text);
const Json = z.custom<JsonObject>((value) => typeof value === "object" && value !== null && !Array.isArray(value));

/** The four kinds of line of an export. A member more or less is an error: what no hash covers must not look as if it were proven. */
export const HeaderLine = z.strictObject({
  kind: z.literal("header"),
  format: z.literal(FORMAT),
  account: Uuid,
  from: z.literal(1),
  to: z.int().nonnegative(),
  keys: z.array(Base64),
});

export const RecordLine = z.strictObject({
  kind: z.literal("record"),
  seq: Seq,
  id: Uuid,
  type: z.string(),
  version: z.int(),
  at: Instant,
  recordedAt: Instant,
  actor: z.string(),
  debtor: Uuid.nullable(),
  payload: Json,
  commitment: Hash.nullable(),
  prev: Hash,
  hash: Hash,
  salt: Base64.nullable(),
  personal: Json.nullable(),
});

export const CheckpointLine = z.strictObject({
  kind: z.literal("checkpoint"),
  format: z.literal(FORMAT),
  account: Uuid,
  seq: Seq,
  head: Hash,
  root: Hash,
  at: Instant,
  publicKey: Base64,
  signature: Base64,
});

export const TrailerLine = z.strictObject({
  kind: z.literal("trailer"),
  records: z.int().nonnegative(),
  checkpoints: z.int().nonnegative(),
  head: Hash,
  root: Hash,
});

export const ExportLine = z.discriminatedUnion("kind", [HeaderLine, RecordLine, CheckpointLine, TrailerLine]);
export type ExportLine = z.infer<typeof ExportLine>;

/** Reads a checkpoint file. @throws Error when it is none */
export function readCheckpoint(text: string): Checkpoint {
  const value = parseLine(text.trim());
  const parsed = CheckpointLine.safeParse(value);
  if (!parsed.success || canonical(parsed.data) !== text.trim()) throw new Error("This is not a checkpoint of a Saldo journal");
  return parsed.data;
}

/** Undefined when it is not JSON, which is no JSON value. */
export function parseLine(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
