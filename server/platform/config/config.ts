import { resolve } from "node:path";
import { z } from "zod";
import { type SmtpSettings, smtpSettings } from "../mail/smtp-settings.js";
import { trustedProxies } from "./trusted-proxies.js";

const milliseconds = z.coerce.number().int().nonnegative();

/** The one description of the environment. Nothing else in the server reads `process.env` (a lint rule). */
const Environment = z
  .object({
    NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
    /** `all` = web and worker in one process; the only role SQLite allows. */
    SALDO_ROLE: z.enum(["all", "web", "worker"]).default("all"),
    /** `sqlite:PATH` (embedded) or `mysql://user:password@host:port/database`. */
    SALDO_DATABASE_URL: z
      .string()
      .regex(/^(sqlite:.+|mysql:\/\/.+)$/, "must start with sqlite: or mysql://")
      .optional(),
    /** Without it jobs are woken inside the process. */
    SALDO_REDIS_URL: z
      .string()
      .regex(/^rediss?:\/\//, "must start with redis:// or rediss://")
      .optional(),
    /** Where the embedded database and the key files live. */
    SALDO_DATA_DIR: z.string().default(".saldo"),
    SALDO_LISTEN: z.string().default("127.0.0.1"),
    SALDO_PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
    /** The origin under which browsers and the helpdesk reach Saldo, without a path. */
    SALDO_PUBLIC_URL: z.url().optional(),
    /** 32 bytes, base64. Wraps every data key; losing it loses all names, numbers and messages. */
    SALDO_MASTER_KEY: z.string().optional(),
    /** Ed25519 private key (PKCS #8 PEM, base64) that signs journal checkpoints. */
    SALDO_SIGNING_KEY: z.string().optional(),
    /** Comma-separated CIDRs a helpdesk may resolve to besides public addresses, for installations on one network. */
    SALDO_ALLOW_PRIVATE_HOSTS: z.string().default(""),
    SALDO_LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
    /** How long after a POST without an answer the helpdesk is asked for the first time whether the message exists. */
    SALDO_SETTLE_MS: milliseconds.default(120_000),
    /** Pause between the first and the second look. */
    SALDO_SECOND_LOOK_MS: milliseconds.default(60_000),
    /** Total time of one send request; after it the outcome is unknown. */
    SALDO_SEND_TIMEOUT_MS: milliseconds.default(10_000),
    /** Messages a second to one helpdesk, all processes together. */
    SALDO_HOST_RATE: z.coerce.number().positive().default(20),
    /** How often due messages are looked for when nothing woke us. */
    SALDO_POLL_MS: milliseconds.min(50).default(2_000),
    /** Which proxies to believe about the caller's address: how many stand in front, or their addresses and CIDRs, comma-separated. */
    SALDO_TRUST_PROXY: z.string().default("0").transform(trustedProxies),
    /** How long the head of a request may take to arrive, and its body again as long. */
    SALDO_REQUEST_TIMEOUT_MS: milliseconds.min(100).default(30_000),
    /** With it `GET /metrics` answers whoever sends it as a bearer token. */
    SALDO_METRICS_TOKEN: z
      .string()
      .refine((token) => token === "" || token.length >= 16, "must have at least 16 characters")
      .optional(),
    /** A port of its own for metrics, liveness and readiness, of workers too; for the operator's network only. */
    SALDO_METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
    SALDO_METRICS_LISTEN: z.string().default("127.0.0.1"),
    /** `smtps://user:password@host:465`, or `smtp://…:587`, where the server must offer STARTTLS. Without it no mail is sent. */
    SALDO_SMTP_URL: z.string().optional(),
    /** Whom mail is from: `Saldo <saldo@example.com>`. */
    SALDO_MAIL_FROM: z.string().max(200).optional(),
  })
  .superRefine((env, context) => {
    try {
      smtpSettings(env.SALDO_SMTP_URL, env.SALDO_MAIL_FROM);
    } catch (error) {
      const [name = "", ...message] = (error as Error).message.split(": ");
      context.addIssue({ code: "custom", path: [name], message: message.join(": ") });
    }
    const embedded = !env.SALDO_DATABASE_URL || env.SALDO_DATABASE_URL.startsWith("sqlite:");
    if (embedded && env.SALDO_ROLE !== "all") {
      context.addIssue({
        code: "custom",
        path: ["SALDO_ROLE"],
        message: "SQLite serves one process only: use SALDO_ROLE=all, or set SALDO_DATABASE_URL to a MySQL database",
      });
    }
    if (!embedded && env.NODE_ENV === "production" && (!env.SALDO_MASTER_KEY || !env.SALDO_SIGNING_KEY)) {
      context.addIssue({
        code: "custom",
        path: ["SALDO_MASTER_KEY"],
        message: 'SALDO_MASTER_KEY and SALDO_SIGNING_KEY must be set in production; "npm run saldo -- keys new" prints a pair',
      });
    }
  });

export interface Config {
  readonly production: boolean;
  /** Tests may lose the last commits when the machine stops; nobody else may. */
  readonly durable: boolean;
  readonly role: "all" | "web" | "worker";
  readonly database: { readonly dialect: "sqlite"; readonly path: string } | { readonly dialect: "mysql"; readonly url: string };
  readonly redisUrl: string | null;
  readonly dataDir: string;
  readonly listen: string;
  readonly port: number;
  /** Origin without a trailing slash. */
  readonly publicUrl: string;
  readonly masterKey: string | null;
  readonly signingKey: string | null;
  readonly allowedPrivateHosts: readonly string[];
  readonly logLevel: "silent" | "error" | "warn" | "info" | "debug";
  readonly settleMs: number;
  readonly secondLookMs: number;
  readonly sendTimeoutMs: number;
  readonly hostRate: number;
  readonly pollMs: number;
  /** Hops, or addresses and CIDRs; false trusts nobody. */
  readonly trustProxy: false | number | readonly string[];
  readonly requestTimeoutMs: number;
  readonly metricsToken: string | null;
  readonly metricsPort: number | null;
  readonly metricsListen: string;
  /** Null: no mail is sent. */
  readonly smtp: SmtpSettings | null;
}

/** The token under which the configuration is injected. */
export const CONFIG = Symbol("Config");

/** @throws Error whose message lists every wrong variable and what it must be. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The configuration is not usable:\n${lines.join("\n")}`);
  }
  const env = parsed.data;
  const url = env.SALDO_DATABASE_URL ?? `sqlite:${env.SALDO_DATA_DIR}/saldo.sqlite`;
  return {
    production: env.NODE_ENV === "production",
    durable: env.NODE_ENV !== "test",
    role: env.SALDO_ROLE,
    database: url.startsWith("sqlite:")
      ? { dialect: "sqlite", path: url === "sqlite::memory:" ? ":memory:" : resolve(url.slice("sqlite:".length)) }
      : { dialect: "mysql", url },
    redisUrl: env.SALDO_REDIS_URL ?? null,
    dataDir: resolve(env.SALDO_DATA_DIR),
    listen: env.SALDO_LISTEN,
    port: env.SALDO_PORT,
    publicUrl: (env.SALDO_PUBLIC_URL ?? `http://localhost:${env.SALDO_PORT}`).replace(/\/+$/, ""),
    masterKey: env.SALDO_MASTER_KEY ?? null,
    signingKey: env.SALDO_SIGNING_KEY ?? null,
    allowedPrivateHosts: env.SALDO_ALLOW_PRIVATE_HOSTS.split(",")
      .map((cidr) => cidr.trim())
      .filter(Boolean),
    logLevel: env.SALDO_LOG_LEVEL,
    settleMs: env.SALDO_SETTLE_MS,
    secondLookMs: env.SALDO_SECOND_LOOK_MS,
    sendTimeoutMs: env.SALDO_SEND_TIMEOUT_MS,
    hostRate: env.SALDO_HOST_RATE,
    pollMs: env.SALDO_POLL_MS,
    trustProxy: env.SALDO_TRUST_PROXY,
    requestTimeoutMs: env.SALDO_REQUEST_TIMEOUT_MS,
    metricsToken: env.SALDO_METRICS_TOKEN || null,
    metricsPort: env.SALDO_METRICS_PORT ?? null,
    metricsListen: env.SALDO_METRICS_LISTEN,
    smtp: smtpSettings(env.SALDO_SMTP_URL, env.SALDO_MAIL_FROM),
  };
}

/** The process's own environment. */
export function configFromProcess(): Config {
  return readConfig(process.env);
}

/** NODE_ENV as given, before any default: the sandbox refuses to start in production. */
export function nodeEnvironment(): string | undefined {
  return process.env["NODE_ENV"];
}

/** Sets the process's own zone to UTC. */
export function runInUtc(): void {
  process.env["TZ"] = "UTC";
}
