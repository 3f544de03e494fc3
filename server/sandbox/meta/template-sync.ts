import { HOUR } from "../../shared/instant.js";
import type { SandboxContext } from "../context.js";
import type { InboxRecord } from "../state/records.js";
import { type TemplateRegistry, templateJson } from "./template-registry.js";

const SYNC_EVERY = 3 * HOUR;
const SYNC_TAKES = 400;

/** The host's copy of Meta's list changes only here: on request, and every three hours. */
export class TemplateSync {
  constructor(
    private readonly context: SandboxContext,
    private readonly registry: TemplateRegistry,
  ) {}

  start(): void {
    this.context.timers.after(SYNC_EVERY, () => {
      for (const inbox of this.context.world.inboxes) this.copy(inbox);
      this.start();
    });
  }

  /** Asynchronous, as in the host: the answer to the request comes before the list. */
  request(inbox: InboxRecord): void {
    this.context.timers.after(SYNC_TAKES, () => this.copy(inbox));
  }

  /** An empty result keeps the old list. */
  private copy(inbox: InboxRecord): void {
    inbox.templatesSyncedAt = this.context.clock.now();
    const templates = this.registry.list(inbox.providerConfig.business_account_id).map((row) => templateJson(row));
    if (templates.length > 0) inbox.messageTemplates = templates;
  }
}
