import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Logger } from "../../../platform/observability/logger.js";
import { DomainError } from "../../../shared/errors.js";
import { MINUTE, SECOND } from "../../../shared/instant.js";
import { AccountDirectory } from "../account-directory.reader.js";
import { Helpdesk, type HostUser } from "../helpdesk.port.js";

/** Roles are re-read each minute: whoever loses access in the helpdesk loses it here within that. */
const FRESH_MS = MINUTE;
const RETRY_MS = 5 * SECOND;

interface Entry {
  users: readonly HostUser[] | null;
  /** Monotonic. */
  readAt: number;
  askAgainAt: number;
  asking: Promise<void> | null;
}

/** Who works in the helpdesk account, as its own token sees it. */
@Injectable()
export class Roster {
  private readonly entries = new Map<number, Entry>();

  constructor(
    private readonly directory: AccountDirectory,
    private readonly helpdesk: Helpdesk,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** Asks the helpdesk now. @throws DomainError `host.*` */
  async read(accountId: number): Promise<readonly HostUser[]> {
    const asked = this.clock.monotonic();
    const users = await this.helpdesk.listUsers(await this.directory.hostAccess(accountId));
    // The token's own person is always among them: an empty list is a fault of the helpdesk and must not throw everybody out.
    if (users.length === 0) throw new DomainError("unavailable", "host.unreadable", "The helpdesk listed nobody.");
    this.entries.set(accountId, { users, readAt: asked, askAgainAt: asked + FRESH_MS, asking: null });
    return users;
  }

  /** At most a minute old. Null when the helpdesk does not answer: then nothing is known, which is not the same as no access. */
  async recent(accountId: number): Promise<readonly HostUser[] | null> {
    const entry = this.entry(accountId);
    if (this.clock.monotonic() >= entry.askAgainAt) {
      entry.asking ??= this.refresh(accountId, entry);
      await entry.asking;
    }
    const current = this.entry(accountId);
    return current.users && this.clock.monotonic() - current.readAt < FRESH_MS + RETRY_MS ? current.users : null;
  }

  private async refresh(accountId: number, entry: Entry): Promise<void> {
    try {
      await this.read(accountId);
    } catch (error) {
      this.logger.warn("roster.not_read", { accountId, error });
      entry.askAgainAt = this.clock.monotonic() + RETRY_MS;
      entry.asking = null;
    }
  }

  private entry(accountId: number): Entry {
    const known = this.entries.get(accountId);
    if (known) return known;
    const entry: Entry = { users: null, readAt: 0, askAgainAt: 0, asking: null };
    this.entries.set(accountId, entry);
    return entry;
  }
}
