import { Injectable } from "@nestjs/common";
import { DomainError } from "../../shared/errors.js";
import { Logger } from "../../platform/observability/logger.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import type { HostAccess, Installation, InstallStep } from "../accounts/index.js";
import { HostApi } from "./host-api.port.js";
import { HostSetup, type Installed } from "./host-setup.port.js";

export interface InstallPlan {
  readonly inboxId: number;
  readonly webhookUrl: string;
  readonly tabUrl: string;
  /** Title of the label that marks conversations a person must look at. */
  readonly label: string;
}

const TEAM = "Saldo";

/** Puts into the helpdesk what Saldo needs there. Every step may be repeated; one that fails does not keep the others from being tried. */
@Injectable()
export class HostInstaller {
  constructor(
    private readonly setup: HostSetup,
    private readonly api: HostApi,
    private readonly queue: JobQueue,
    private readonly logger: Logger,
  ) {}

  async install(access: HostAccess, plan: InstallPlan): Promise<Installation> {
    const steps: InstallStep[] = [];
    const attempt = async <T>(
      step: InstallStep["step"],
      work: () => Promise<{ result: T; detail: string; done?: boolean }>,
    ): Promise<T | null> => {
      try {
        const { result, detail, done = true } = await work();
        steps.push({ step, done, detail });
        return result;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        this.logger.warn("host.step_failed", { accountId: access.accountId, event: step, error });
        steps.push({ step, done: false, detail: error.message });
        return null;
      }
    };

    const webhook = await attempt("webhook", async () => {
      const { id, secret, created } = await this.setup.ensureWebhook(access, plan.webhookUrl);
      if (secret === null)
        return { result: null, done: false, detail: "The helpdesk does not sign webhooks: it must be Chatwoot 4.12 or newer." };
      return { result: { id, secret }, detail: there("The webhook", created) };
    });
    await attempt("tab", async () => {
      const { id, created } = await this.setup.ensureDashboardApp(access, "Saldo", plan.tabUrl);
      return { result: id, detail: there("The conversation tab", created) };
    });
    const teamId = await attempt("team", async () => {
      const { id, created } = await this.setup.ensureTeam(access, TEAM, "Conversations of debtors that need a person");
      return { result: id, detail: `${there("The team", created)} Add the people who answer debtors to it.` };
    });
    await attempt("label", async () => {
      const { id, created } = await this.setup.ensureLabel(access, plan.label, "A debtor waits for a person");
      return { result: id, detail: there("The label", created) };
    });
    const bot = await attempt("bot", async () => {
      const { id, token, created } = await this.ensureSender(access);
      return { result: { id, token }, detail: there("The sender", created) };
    });
    await attempt("templates", async () => {
      const templates = await this.api.listTemplates(access, plan.inboxId);
      const approved = templates.filter((template) => template.status === "APPROVED").length;
      return { result: null, detail: `The inbox has ${templates.length} templates, ${approved} of them approved.` };
    });
    // What debtors wrote lately is read before anybody can be written to.
    void this.queue.wake("listing");
    return { webhook, teamId, bot, steps };
  }

  /** The bot that sends, found or made. */
  ensureSender(access: HostAccess): Promise<Installed & { readonly token: string }> {
    return this.setup.ensureBot(access, TEAM, "Writes Saldo's messages, so that they do not count as an agent's answers");
  }
}

function there(what: string, created: boolean): string {
  return `${what} ${created ? "was created" : "was there already"}.`;
}
