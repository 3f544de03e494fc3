import type { Locale } from "../../shared/locale.js";
import type { Instant } from "../../shared/instant.js";

/** A connected account as other modules see it: settings, no secrets. */
export interface Account {
  /** Row id: the `account_id` everywhere. */
  readonly id: number;
  readonly publicId: string;
  readonly name: string;
  /** Origin of the helpdesk, without a trailing slash. */
  readonly hostBaseUrl: string;
  readonly hostAccountId: number;
  readonly inboxId: number;
  readonly inboxName: string;
  readonly webhookKey: string;
  readonly teamId: number | null;
  /** Label of conversations a person must look at. */
  readonly label: string;
  readonly locale: Locale;
  /** IANA zone in which the account's day is counted. */
  readonly zone: string;
  readonly creditorName: string;
  readonly paymentUrl: string;
  /** Whether agents see the numbers of other agents. */
  readonly agentsSeeEachOther: boolean;
  /** Figures by which the conversation tab tells a debtor from others. */
  readonly tabFigures: readonly string[];
  readonly dispatch: {
    readonly enabled: boolean;
    readonly stopped: boolean;
    readonly changedAt: Instant | null;
    /** Actor reference, e.g. `user:12`. */
    readonly changedBy: string | null;
  };
  readonly declaredAt: Instant;
}
