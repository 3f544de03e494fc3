/** A file that goes with a mail. */
export interface MailFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Mail {
  /** Fixed when the mail is written: however often it is handed over, a mailbox sees that it is one. Without angle brackets. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly files: readonly MailFile[];
}

/** `taken`: the server is answerable for it. `refused`: it never will be. `later`: nobody answered, or the server asks to come again. */
export type MailOutcome =
  | { readonly kind: "taken" }
  | { readonly kind: "refused" | "later"; /** A code without words of the server, which may quote an address. */ readonly problem: string };

/** The one way out for mail. */
export abstract class MailServer {
  /** Whether the installation names a server. */
  abstract readonly configured: boolean;
  /** Domain of the sender, for message ids; `localhost` where none is named. */
  abstract readonly domain: string;
  /** One message to one recipient. Never rejects. */
  abstract send(mail: Mail): Promise<MailOutcome>;
  /** Connects, secures the line and signs in, and sends nothing. @returns null when that went well, else the problem's code */
  abstract check(): Promise<string | null>;
}
