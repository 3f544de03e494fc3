import type { CalendarDate } from "../../shared/calendar.js";
import type { Instant } from "../../shared/instant.js";
import type { Meant } from "../personas/persona.js";

/** One message of the desk as it reached Meta: what somebody could really have received. */
export interface SentMessage {
  /** The helpdesk's id. */
  readonly id: number;
  readonly at: Instant;
  readonly to: string;
  /** `content_attributes.saldo.ref`; null for what people write by hand in the helpdesk. */
  readonly ref: string | null;
  readonly kind: "template" | "text" | "interactive";
  readonly template: { readonly name: string; readonly language: string } | null;
  readonly text: string;
  /** What Meta was given to put into the template's body. */
  readonly parameters: readonly string[];
  /** Meta's refusal; such a message reached nobody. */
  readonly refusal: string | null;
}

/** How far a message was at a moment, as Meta reported it. */
export interface ReportedStatus {
  readonly at: Instant;
  /** The helpdesk's id. */
  readonly messageId: number;
  readonly status: string;
}

export interface ReceivedMessage {
  readonly at: Instant;
  readonly from: string;
  readonly text: string;
  /** What the person meant; they know. */
  readonly meant: Meant;
  /** The message they had before them: the helpdesk's id. */
  readonly about: number;
}

export interface PostedPayment {
  readonly at: Instant;
  readonly externalId: string;
  readonly debtReference: string | null;
  readonly debtorExternalId: string | null;
  readonly amountMinor: number;
  readonly currency: string;
}

/** Somebody at the desk said what a payment was for. */
export interface IdentifiedPayment {
  readonly at: Instant;
  readonly externalId: string;
  readonly debtReference: string;
}

/** A debt as a file of the creditor stated it. */
export interface FileRow {
  readonly debtor: string;
  readonly phone: string | null;
  readonly country: string;
  /** ISO 3166-2; null where the file has no address. */
  readonly subdivision: string | null;
  readonly consent: "granted" | "unproven" | "withdrawn" | "unknown";
  readonly reference: string;
  readonly currency: string;
  readonly balanceMinor: number;
  readonly dueDate: CalendarDate;
}

export interface ImportedFile {
  readonly at: Instant;
  readonly mode: "delta" | "snapshot";
  readonly rows: readonly FileRow[];
}

export interface TemplateApproval {
  readonly at: Instant;
  readonly name: string;
  readonly language: string;
  readonly status: string;
}

/** One widget of the panel: what its route answered, and whether there was anything to see. */
export interface Widget {
  readonly name: string;
  readonly filled: boolean;
  readonly shows: string;
}

/** What Saldo said of one figure: a fraction, or why there is none. */
export interface SaidFigure {
  readonly id: string;
  readonly currency: string | null;
  /** Of a figure in several parts the one this is. */
  readonly part: string | null;
  readonly state: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
}

/** Saldo's figures of a period, as they were known at an instant. Days are the creditor's, both included. */
export interface AskedFigures {
  readonly asOf: Instant;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly figures: readonly SaidFigure[];
}

/** Everything the judge is told: what went over the doors, and nothing of what Saldo thinks of it. */
export interface Recording {
  readonly start: Instant;
  readonly end: Instant;
  readonly sent: readonly SentMessage[];
  readonly received: readonly ReceivedMessage[];
  readonly payments: readonly PostedPayment[];
  readonly identified: readonly IdentifiedPayment[];
  readonly files: readonly ImportedFile[];
  readonly approvals: readonly TemplateApproval[];
  /** The journal as exported: JSON lines. */
  readonly journal: string;
  readonly widgets: readonly Widget[];
  readonly statuses: readonly ReportedStatus[];
  /** What Saldo says of itself, which the judge adds up anew; nothing else is judged by it. */
  readonly asked: readonly AskedFigures[];
}
