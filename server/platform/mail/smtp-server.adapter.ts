import { createTransport } from "nodemailer";
import { SECOND } from "../../shared/instant.js";
import { type Mail, type MailOutcome, MailServer } from "./mail-server.port.js";
import { addressOf, type SmtpSettings } from "./smtp-settings.js";

const PATIENCE = { connectionTimeout: 10 * SECOND, greetingTimeout: 10 * SECOND, socketTimeout: 30 * SECOND, dnsTimeout: 10 * SECOND };
const REFUSED_FOR_GOOD = 500;

interface SmtpFailure {
  readonly code?: unknown;
  /** What the system said, where `code` says only at which step. */
  readonly originalCode?: unknown;
  readonly responseCode?: unknown;
  readonly command?: unknown;
}

/** Hands mail to the installation's server, a connection a mail: reports are few, and a connection that is kept may be dead. */
export class SmtpMailServer extends MailServer {
  constructor(private readonly settings: SmtpSettings | null) {
    super();
  }

  get configured(): boolean {
    return this.settings !== null;
  }

  get domain(): string {
    return this.settings === null ? "localhost" : (addressOf(this.settings.from).split("@")[1] ?? "localhost");
  }

  async send({ messageId, to, subject, html, text, files }: Mail): Promise<MailOutcome> {
    if (this.settings === null) return { kind: "later", problem: "mail.not_configured" };
    const transport = transportTo(this.settings);
    try {
      await transport.sendMail({
        from: this.settings.from,
        // As an object: an address is never read as a list of several.
        to: { name: "", address: to },
        messageId: `<${messageId}>`,
        subject,
        html,
        text,
        attachments: files.map(({ name, type, bytes }) => ({ filename: name, contentType: type, content: Buffer.from(bytes) })),
        headers: { "Auto-Submitted": "auto-generated" },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { kind: "taken" };
    } catch (error) {
      return failureOf(error as SmtpFailure);
    } finally {
      transport.close();
    }
  }

  async check(): Promise<string | null> {
    if (this.settings === null) return "mail.not_configured";
    const transport = transportTo(this.settings);
    try {
      await transport.verify();
      return null;
    } catch (error) {
      return failureOf(error as SmtpFailure).problem;
    } finally {
      transport.close();
    }
  }
}

function transportTo({ host, port, security, user, password }: SmtpSettings) {
  return createTransport({
    host,
    port,
    secure: security === "tls",
    requireTLS: security === "starttls",
    ignoreTLS: security === "plain",
    ...(user === null ? {} : { auth: { user, pass: password ?? "" } }),
    ...PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** What goes wrong while a line is being secured: STARTTLS itself, the handshake, and each way in which OpenSSL says that nobody vouches for a certificate. */
const NOT_SECURED = /^(ETLS|EPROTO)$|^ERR_(TLS|SSL)_|CERT|^UNABLE_TO_|^HOSTNAME_MISMATCH$/;

/** A lasting answer about the recipient or the mail is a refusal; a password or a line that is wrong is the installation's, and passes. */
function failureOf({ code, originalCode, responseCode, command }: SmtpFailure): Extract<MailOutcome, { problem: string }> {
  const answer = typeof responseCode === "number" ? responseCode : null;
  const about = typeof command === "string" ? command.toUpperCase() : "";
  if (code === "EAUTH" || about.startsWith("AUTH")) return { kind: "later", problem: "mail.sign_in_refused" };
  if ([code, originalCode].some((known) => typeof known === "string" && NOT_SECURED.test(known)))
    return { kind: "later", problem: "mail.line_not_secured" };
  if (answer !== null && answer >= REFUSED_FOR_GOOD) {
    if (about.startsWith("RCPT")) return { kind: "refused", problem: `mail.recipient_refused` };
    if (about.startsWith("DATA")) return { kind: "refused", problem: "mail.message_refused" };
    return { kind: "later", problem: "mail.server_refuses" };
  }
  if (answer !== null) return { kind: "later", problem: "mail.server_busy" };
  return { kind: "later", problem: "mail.no_answer" };
}
