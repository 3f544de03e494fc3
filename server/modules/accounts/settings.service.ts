import { Injectable } from "@nestjs/common";
import type { z } from "zod";
import type { AccountSettings, HelpdeskTeam, SettingsPatch } from "../../contract/accounts.contract.js";
import { Database } from "../../platform/database/database.js";
import { assertSpoken } from "../../platform/words/texts.js";
import type { Actor } from "../../shared/actor.js";
import { invalid } from "../../shared/errors.js";
import { toIso, toIsoOrNull } from "../../shared/instant.js";
import { Journal } from "../journal/index.js";
import { AccountDirectory } from "./account-directory.reader.js";
import { AccountStore } from "./account.store.js";
import { AccountEvent } from "./accounts.events.js";
import { halts } from "./domain/trouble.js";
import { Helpdesk } from "./helpdesk.port.js";
import { HostTroubles } from "./host-troubles.service.js";

/** What administrators see and change of an account. */
@Injectable()
export class Settings {
  constructor(
    private readonly directory: AccountDirectory,
    private readonly store: AccountStore,
    private readonly troubles: HostTroubles,
    private readonly journal: Journal,
    private readonly db: Database,
    private readonly helpdesk: Helpdesk,
  ) {}

  async view(accountId: number): Promise<AccountSettings> {
    const { id: _id, publicId, hostBaseUrl, webhookKey: _key, dispatch, declaredAt, ...account } = await this.directory.get(accountId);
    return {
      ...account,
      tabFigures: [...account.tabFigures],
      id: publicId,
      hostUrl: hostBaseUrl,
      dispatch: { ...dispatch, changedAt: toIsoOrNull(dispatch.changedAt) },
      troubles: (await this.troubles.of(accountId)).map(({ trouble, since }) => ({ trouble, halts: halts(trouble), since: toIso(since) })),
      hearing: await this.helpdesk.hearing(accountId),
      declaredBy: await this.directory.declaredBy(accountId),
      declaredAt: toIso(declaredAt),
    };
  }

  /** @throws DomainError `locale.unknown`, `team.unknown`, and `host.*` when a new team cannot be looked up */
  async update(accountId: number, actor: Actor, patch: z.output<typeof SettingsPatch>): Promise<AccountSettings> {
    if (patch.locale !== undefined) assertSpoken(patch.locale);
    if (patch.teamId) await this.assertTeam(accountId, patch.teamId);
    const { tabFigures, ...rest } = patch;
    const stored = { ...rest, ...(tabFigures === undefined ? {} : { tabFigures: [...new Set(tabFigures)].join(",") }) };
    const changes = Object.fromEntries(Object.entries(stored).filter(([, value]) => value !== undefined));
    if (Object.keys(changes).length > 0) {
      await this.db.inUnitOfWork("account.change", async () => {
        await this.store.update(accountId, changes);
        this.journal.append(accountId, {
          type: AccountEvent.changed,
          version: 1,
          actor,
          payload: {
            changed: Object.keys(changes).sort(),
            // Who may see whose numbers is asked about later.
            ...(patch.agentsSeeEachOther === undefined ? {} : { agentsSeeEachOther: patch.agentsSeeEachOther }),
          },
        });
        this.db.afterCommit(() => this.directory.invalidate());
      });
    }
    return this.view(accountId);
  }

  /** By name. @throws DomainError `host.*` when the helpdesk does not answer */
  async teams(accountId: number): Promise<HelpdeskTeam[]> {
    return [...(await this.helpdesk.teams(await this.directory.hostAccess(accountId)))];
  }

  /** Conversations handed to a team that is not there would belong to nobody; the one that is set already is not asked for again. */
  private async assertTeam(accountId: number, teamId: number): Promise<void> {
    if ((await this.directory.get(accountId)).teamId === teamId) return;
    if ((await this.teams(accountId)).some(({ id }) => id === teamId)) return;
    throw invalid("team.unknown", "There is no such team in the helpdesk account.", {
      field: "teamId",
      remedy: "GET /api/teams lists those there are.",
    });
  }
}
