import type { OwnObjective } from "../../../../server/modules/kpis/objectives/domain/objective.js";
import type { AccountSettings } from "../../../../server/contract/accounts.contract.js";
import type { StubCadences } from "./stub-cadences.js";
import type { IncomingMessage } from "node:http";
import type { z } from "zod";
import type { Role } from "../../../../server/contract/common.contract.js";
import type { TodayView } from "../../../../server/contract/kpis.contract.js";
import type { ImportView } from "../../../../server/contract/imports.contract.js";

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly headers: IncomingMessage["headers"];
}

export interface StubState {
  role: Role;
  signedIn: boolean;
  /** Whether nobody else's account is connected. */
  onlyAccount: boolean;
  /** Whether the journal was verified: then that is on record. */
  verified: boolean;
  enabled: boolean;
  stopped: boolean;
  hostOrigin: string;
  planDigest: string;
  /** A fresh installation: no debts, nothing due. */
  empty: boolean;
  /** Counts of the day other than the usual ones. */
  counts: Partial<TodayView["counts"]>;
  /** Cases that wait for a person beside the usual two; no more than ten are listed. */
  backlog: number;
  troubles: AccountSettings["troubles"];
  cadences: StubCadences;
  desk: { answer(call: Call): Answer };
  /** The import that was started here, as far as it has come. */
  job: z.infer<typeof ImportView> | undefined;
  /** The debtor's number is somebody else's too. */
  numberShared: boolean;
  /** Payments of today, as the overview counts them. */
  paidToday: number;
  /** What the account set for itself, by metric. */
  objectives: Map<string, readonly OwnObjective[]>;
  /** The headers of the file are known under a name. */
  profileKnown: boolean;
}

export interface Answer {
  status: number;
  body?: unknown;
}

export const ok = (body?: unknown): Answer => (body === undefined ? { status: 204 } : { status: 200, body });
export const fail = (status: number, code: string, message: string, remedy?: string): Answer => ({
  status,
  body: { code, message, remedy },
});
