/** How an installation's mail server is spoken to. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /**
   * `tls`: from the first byte. `starttls`: the server must offer it, and nothing is said before. `plain`: only on this machine, or where the
   * address says `?tls=none` in so many words.
   */
  readonly security: "tls" | "starttls" | "plain";
  readonly user: string | null;
  readonly password: string | null;
  /** Address of the sender, with or without a name before it. */
  readonly from: string;
}

const SUBMISSION = 587;
const SUBMISSION_TLS = 465;
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;
const ADDRESS = /^[^\s<>@]{1,64}@[a-z0-9.-]{1,190}$/i;

/**
 * Reads `smtp://user:password@host:port` or `smtps://…`, percent-encoded. @throws Error that says what is wrong, without the password
 * @param url empty or undefined: no mail is sent
 */
export function smtpSettings(url: string | undefined, from: string | undefined): SmtpSettings | null {
  if (!url) {
    if (from) throw new Error("SALDO_MAIL_FROM: is of no use without SALDO_SMTP_URL");
    return null;
  }
  if (!URL.canParse(url)) throw new Error("SALDO_SMTP_URL: must look like smtp://user:password@host:587");
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  if ((protocol !== "smtp:" && protocol !== "smtps:") || hostname === "") {
    throw new Error("SALDO_SMTP_URL: must start with smtp:// or smtps:// and name a host");
  }
  if (!from || !ADDRESS.test(addressOf(from))) throw new Error("SALDO_MAIL_FROM: must be an address such as saldo@example.com");
  const host = hostname.replace(/^\[|\]$/g, "");
  const tls = searchParams.get("tls");
  if (tls !== null && tls !== "none") throw new Error("SALDO_SMTP_URL: tls may only be none; without it the line is secured");
  const implicit = protocol === "smtps:";
  if (implicit && tls === "none") throw new Error("SALDO_SMTP_URL: smtps:// and tls=none contradict each other");
  const security = implicit ? "tls" : tls === "none" || LOOPBACK.test(host) ? "plain" : "starttls";
  return {
    host,
    port: port === "" ? (implicit ? SUBMISSION_TLS : SUBMISSION) : Number(port),
    security,
    user: username === "" ? null : decodeURIComponent(username),
    password: username === "" ? null : decodeURIComponent(password),
    from,
  };
}

/** `saldo@example.com` of `Saldo <saldo@example.com>`. */
export function addressOf(from: string): string {
  return /<([^<>]*)>\s*$/.exec(from)?.[1] ?? from.trim();
}
