import { Injectable } from "@nestjs/common";
import type { Actor } from "../../shared/actor.js";
import { conflict, notFound } from "../../shared/errors.js";
import { Clock } from "../../platform/clock/clock.js";
import { Ids } from "../../platform/crypto/ids.js";
import { Database } from "../../platform/database/database.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { Journal, type JsonObject } from "../journal/index.js";
import { Membership } from "./membership.service.js";
import { isDefaultSegment, type SegmentRule } from "./rules.js";
import { SegmentUses } from "./segment-uses.port.js";
import { segmentationEvents } from "./segmentation.events.js";
import { type Segment, SegmentsStore } from "./segments.store.js";

/** Makes, changes and archives segments. */
@Injectable()
export class Segments {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly queue: JobQueue,
    private readonly store: SegmentsStore,
    private readonly membership: Membership,
    private readonly uses: SegmentUses,
    private readonly journal: Journal,
  ) {}

  async create(accountId: number, name: string, rule: SegmentRule, actor: Actor): Promise<Segment> {
    const key = `s-${this.ids.next()}`;
    await this.db.inUnitOfWork("segment.create", async () => {
      await this.refuseTakenName(accountId, name, null);
      await this.store.add(accountId, [{ key, name, rule }], this.clock.now());
      this.record(accountId, segmentationEvents.created, actor, { segment: key, name, rule: JSON.stringify(rule) });
      this.wake();
    });
    return needed(await this.store.byKey(accountId, key));
  }

  /**
   * @param version the one the person saw
   * @throws DomainError `segment.not_found`, `segment.changed`, `segment.name_taken`, `segment.is_default`
   */
  async change(
    accountId: number,
    publicId: string,
    version: number,
    { name, rule }: { readonly name: string; readonly rule: SegmentRule },
    actor: Actor,
  ): Promise<Segment> {
    await this.db.inUnitOfWork("segment.change", async () => {
      const segment = needed(await this.store.byPublicId(accountId, publicId));
      refuseDefault(segment);
      await this.refuseTakenName(accountId, name, segment.id);
      if (segment.version !== version || !(await this.store.change(accountId, segment, name, rule, this.clock.now()))) {
        throw conflict("segment.changed", "Somebody else changed this segment meanwhile.", {
          field: "version",
          remedy: "Open it again; your change is not saved.",
        });
      }
      const before = { name: segment.name, rule: JSON.stringify(segment.rule) };
      this.record(accountId, segmentationEvents.changed, actor, { segment: segment.key, name, rule: JSON.stringify(rule), before });
      this.wake();
    });
    return needed(await this.store.byPublicId(accountId, publicId));
  }

  /** @throws DomainError `segment.not_found`, `segment.in_use`, `segment.is_default` */
  async archive(accountId: number, publicId: string, actor: Actor): Promise<void> {
    await this.db.inUnitOfWork("segment.archive", async () => {
      const segment = needed(await this.store.byPublicId(accountId, publicId));
      refuseDefault(segment);
      const uses = await this.uses.of(accountId, segment.key);
      if (uses.length > 0) {
        throw conflict("segment.in_use", "Cadences use this segment.", {
          remedy: "Give them another segment or archive them first.",
          params: { uses: uses.join(", ") },
        });
      }
      await this.store.archive(accountId, segment.id, this.clock.now());
      await this.membership.close(accountId, segment.id);
      this.record(accountId, segmentationEvents.archived, actor, { segment: segment.key, name: segment.name });
    });
  }

  private async refuseTakenName(accountId: number, name: string, except: number | null): Promise<void> {
    const same = (other: Segment) => other.id !== except && other.name.toLowerCase() === name.toLowerCase();
    if (!(await this.store.list(accountId)).some(same)) return;
    throw conflict("segment.name_taken", "Another segment has this name.", { field: "name", remedy: "Choose another name." });
  }

  private record(accountId: number, type: string, actor: Actor, payload: JsonObject): void {
    this.journal.append(accountId, { type, version: 1, actor, payload });
  }

  private wake(): void {
    this.db.afterCommit(() => this.queue.wake("segments"));
  }
}

function needed(segment: Segment | null): Segment {
  if (segment && segment.archivedAt === null) return segment;
  throw notFound("segment.not_found", "There is no such segment.");
}

function refuseDefault(segment: Segment): void {
  if (!isDefaultSegment(segment.key)) return;
  throw conflict("segment.is_default", "The segments of the five stages are given.", {
    remedy: "Make a segment of your own with the rule you need.",
  });
}
