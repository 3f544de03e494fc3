import { Injectable } from "@nestjs/common";
import type { HandlerInput } from "../../contract/route.js";
import type { routes } from "../../contract/routes.js";
import { type Actor, actorRef } from "../../shared/actor.js";
import { conflict, invalid } from "../../shared/errors.js";
import { Clock } from "../../platform/clock/clock.js";
import { Ids } from "../../platform/crypto/ids.js";
import { Journal, type JsonObject, type JsonValue } from "../journal/index.js";
import { CadenceChanges, wrongState } from "./cadence-changes.service.js";
import { CadenceCheck } from "./cadence-check.reader.js";
import { CadenceDefaults } from "./cadence-defaults.service.js";
import { noteOf, CadenceWords, pauseReasonOf } from "./cadence-words.service.js";
import { cadenceEvents } from "./cadences.events.js";
import { type CadenceRecord, CadencesStore } from "./cadences.store.js";
import { type CadenceBody, type CadenceStatus, changesBetween, NO_EXITS } from "./rules.js";

type New = HandlerInput<typeof routes.cadences.create>["body"];

/** Drafts, publication and the order of cadences. A draft changes nothing; what plans is changed under the lock the planner takes. */
@Injectable()
export class CadenceEditor {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly changes: CadenceChanges,
    private readonly store: CadencesStore,
    private readonly defaults: CadenceDefaults,
    private readonly check: CadenceCheck,
    private readonly words: CadenceWords,
    private readonly journal: Journal,
  ) {}

  /** @returns the public id */
  async create(accountId: number, actor: Actor, { name, segment, copyOf }: New): Promise<string> {
    await this.defaults.ensure(accountId);
    return this.changes.all(accountId, "cadences.create", async (all) => {
      const source = copyOf === undefined ? null : all.find(({ publicId }) => publicId === copyOf);
      if (source === undefined) {
        throw invalid("cadence.copy_unknown", "The cadence to copy does not exist.", {
          field: "copyOf",
          remedy: "Choose one of the list, or start with an empty one.",
        });
      }
      const copied = source && (source.draft ?? (await this.published(accountId, source)));
      const publicId = this.ids.next();
      const key = `cadence_${publicId.replaceAll("-", "").slice(-12)}`;
      const body: CadenceBody = { steps: copied?.steps ?? [], exits: copied?.exits ?? NO_EXITS, name, segment };
      const now = this.clock.now();
      const row = {
        public_id: publicId,
        cadence_key: key,
        priority: Math.max(0, ...all.map(({ priority }) => priority)) + 1,
        status: "draft" as const,
        version: null,
        draft: JSON.stringify(body),
        revision: 1,
        saved_at: now,
        created_at: now,
      };
      await this.store.add(accountId, row);
      this.journal.append(accountId, { type: cadenceEvents.created, version: 1, actor, payload: { cadence: key, name } });
      return publicId;
    });
  }

  /** Valid or not: findings keep a draft from being published, not from being saved. */
  async save(accountId: number, publicId: string, revision: number, body: CadenceBody): Promise<void> {
    await this.changes.one(accountId, publicId, async (cadence) => {
      refuseOld(cadence, revision);
      const draft = JSON.stringify(body);
      const published = await this.published(accountId, cadence);
      const changed = published === null || changesBetween(published, body).length > 0;
      const saved = { draft: changed ? draft : null, saved_at: changed ? this.clock.now() : null, revision: revision + 1 };
      await this.store.change(accountId, cadence.id, saved);
    });
  }

  async discard(accountId: number, publicId: string): Promise<void> {
    await this.changes.one(accountId, publicId, async (cadence) => {
      if (cadence.version === null) throw wrongState("It was never published, so there is nothing to go back to.", "Archive it instead.");
      await this.store.change(accountId, cadence.id, { draft: null, saved_at: null, revision: cadence.revision + 1 });
    });
  }

  /** The draft comes into force as the next version. Who was planned for stays planned for: steps keep their ids. */
  async publish(accountId: number, actor: Actor, publicId: string, revision: number, note: string | undefined): Promise<void> {
    await this.changes.one(accountId, publicId, async (cadence) => {
      refuseOld(cadence, revision);
      const { draft } = cadence;
      if (draft === null) throw wrongState("Nothing was changed since it was published.", "Change something first.");
      const errors = (await this.check.of(accountId, draft)).filter(({ severity }) => severity === "error");
      if (errors.length > 0) {
        throw invalid("cadence.not_publishable", `It cannot be published yet: ${errors[0]!.message}`, {
          field: errors[0]!.field ?? "steps",
          remedy: errors[0]!.remedy,
          params: { errors: errors.length },
        });
      }
      const before = await this.published(accountId, cadence);
      const version = (await this.newest(accountId, cadence.key)) + 1;
      const now = this.clock.now();
      const noteSealed = note ? await this.words.seal(accountId, noteOf(cadence.key, version), note) : null;
      await this.store.addVersion(accountId, cadence.key, version, draft, { at: now, actor: actorRef(actor), noteSealed });
      await this.store.change(accountId, cadence.id, {
        version,
        draft: null,
        saved_at: null,
        revision: revision + 1,
        status: cadence.status === "draft" ? "published" : cadence.status,
      });
      this.journal.append(accountId, {
        type: cadenceEvents.published,
        version: 1,
        actor,
        payload: {
          cadence: cadence.key,
          name: draft.name,
          version,
          steps: draft.steps.map(({ id }) => id),
          changes: changesBetween(before, draft).map(({ what, step, from, to }) => ({
            what,
            step,
            from: from as JsonValue,
            to: to as JsonValue,
          })),
        },
        ...(note ? { personal: { note } } : {}),
      });
      this.changes.replan();
    });
  }

  async pause(accountId: number, actor: Actor, publicId: string, reason: string): Promise<void> {
    await this.turn(accountId, actor, publicId, reason, {
      from: ["published"],
      to: "paused",
      type: cadenceEvents.paused,
      refusal: "Only a cadence that is in force can be paused.",
    });
  }

  async resume(accountId: number, actor: Actor, publicId: string, reason: string): Promise<void> {
    await this.turn(accountId, actor, publicId, reason, {
      from: ["paused"],
      to: "published",
      type: cadenceEvents.resumed,
      refusal: "It is not paused.",
    });
  }

  async archive(accountId: number, actor: Actor, publicId: string, reason: string): Promise<void> {
    await this.turn(accountId, actor, publicId, reason, {
      from: ["draft", "published", "paused"],
      to: "archived",
      type: cadenceEvents.archived,
      refusal: "It is archived already.",
    });
  }

  /** `ids` names every cadence that is not archived, first to last. */
  async reorder(accountId: number, actor: Actor, ids: readonly string[]): Promise<void> {
    await this.defaults.ensure(accountId);
    await this.changes.all(accountId, "cadences.reorder", async (every) => {
      const all = every.filter(({ status }) => status !== "archived");
      const known = new Map(all.map((cadence) => [cadence.publicId, cadence]));
      if (ids.length !== all.length || new Set(ids).size !== ids.length || ids.some((id) => !known.has(id))) {
        throw invalid("cadence.order_incomplete", "The order must name every cadence that is not archived, each once.", {
          field: "ids",
          remedy: "Load the list again and order it anew.",
        });
      }
      const moved = ids.flatMap((id, index) => {
        const cadence = known.get(id)!;
        return cadence.priority === index + 1 ? [] : [{ cadence, priority: index + 1 }];
      });
      if (moved.length === 0) return;
      for (const { cadence, priority } of moved) await this.store.change(accountId, cadence.id, { priority });
      const payload: JsonObject = { order: ids.map((id) => known.get(id)!.key) };
      this.journal.append(accountId, { type: cadenceEvents.reordered, version: 1, actor, payload });
      this.changes.replan();
    });
  }

  private async turn(
    accountId: number,
    actor: Actor,
    publicId: string,
    reason: string,
    turn: { readonly from: readonly CadenceStatus[]; readonly to: CadenceStatus; readonly type: string; readonly refusal: string },
  ): Promise<void> {
    await this.changes.one(accountId, publicId, async (cadence) => {
      if (!turn.from.includes(cadence.status)) throw wrongState(turn.refusal, "Load the page again to see where it stands.");
      const paused = turn.to === "paused";
      await this.store.change(accountId, cadence.id, {
        status: turn.to,
        paused_at: paused ? this.clock.now() : null,
        paused_by: paused ? actorRef(actor) : null,
        pause_reason_sealed: paused ? await this.words.seal(accountId, pauseReasonOf(publicId), reason) : null,
      });
      this.journal.append(accountId, {
        type: turn.type,
        version: 1,
        actor,
        payload: { cadence: cadence.key, name: await this.nameOf(accountId, cadence) },
        personal: { reason },
      });
      this.changes.replan();
    });
  }

  private async published(accountId: number, { key, version }: CadenceRecord): Promise<CadenceBody | null> {
    if (version === null) return null;
    return (await this.store.versions(accountId, key)).find((candidate) => candidate.version === version)?.body ?? null;
  }

  private async nameOf(accountId: number, cadence: CadenceRecord): Promise<string | null> {
    return (await this.published(accountId, cadence))?.name ?? cadence.draft?.name ?? null;
  }

  private async newest(accountId: number, key: string): Promise<number> {
    return (await this.store.versions(accountId, key))[0]?.version ?? 0;
  }
}

function refuseOld(cadence: CadenceRecord, revision: number): void {
  if (cadence.revision === revision) return;
  throw conflict("cadence.revision_old", "Somebody else has changed this cadence meanwhile.", {
    field: "revision",
    remedy: "Load it again and make your changes anew.",
  });
}
