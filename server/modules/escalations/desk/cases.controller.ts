import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import { CurrentActor, Endpoint, Input } from "../../../platform/http/endpoint.js";
import type { SignedIn } from "../../../shared/actor.js";
import { CaseChecks } from "./case-checks.service.js";
import { CaseClosing } from "./case-closing.service.js";
import { CaseDesk } from "./case-desk.service.js";
import { CasePage } from "./case-page.view.js";
import { QueueView } from "./queue.view.js";

const { cases, case: one, assignCase, snoozeCase, noteCase, tickCase, closeCase } = routes.escalations;

@Controller()
export class CasesController {
  constructor(
    private readonly queue: QueueView,
    private readonly page: CasePage,
    private readonly desk: CaseDesk,
    private readonly closing: CaseClosing,
    private readonly checks: CaseChecks,
  ) {}

  @Endpoint(cases)
  list(@CurrentActor() actor: SignedIn, @Input() { query }: HandlerInput<typeof cases>): Promise<ResponseOf<typeof cases>> {
    return this.queue.page(actor, query);
  }

  @Endpoint(one)
  show(@CurrentActor() { accountId }: SignedIn, @Input() { params, query }: HandlerInput<typeof one>): Promise<ResponseOf<typeof one>> {
    return this.page.one(accountId, params.id, query.lang);
  }

  @Endpoint(assignCase)
  async assign(
    @CurrentActor() actor: SignedIn,
    @Input() { params, query, body }: HandlerInput<typeof assignCase>,
  ): Promise<ResponseOf<typeof assignCase>> {
    await this.desk.assign(actor.accountId, params.id, { owner: body.owner, from: body.from, note: body.note }, actor);
    return this.page.row(actor.accountId, params.id, query.lang);
  }

  @Endpoint(snoozeCase)
  async snooze(
    @CurrentActor() actor: SignedIn,
    @Input() { params, query, body }: HandlerInput<typeof snoozeCase>,
  ): Promise<ResponseOf<typeof snoozeCase>> {
    const until = body.until === null ? null : Date.parse(body.until);
    await this.desk.snooze(actor.accountId, params.id, until, body.reason, actor);
    return this.page.row(actor.accountId, params.id, query.lang);
  }

  @Endpoint(noteCase)
  async note(@CurrentActor() actor: SignedIn, @Input() { params, body }: HandlerInput<typeof noteCase>): Promise<void> {
    await this.desk.note(actor.accountId, params.id, body.text, actor);
  }

  @Endpoint(tickCase)
  async tick(
    @CurrentActor() actor: SignedIn,
    @Input() { params, query, body }: HandlerInput<typeof tickCase>,
  ): Promise<ResponseOf<typeof tickCase>> {
    await this.checks.tick(actor.accountId, params.id, params.check, body.done, actor);
    return this.page.one(actor.accountId, params.id, query.lang);
  }

  @Endpoint(closeCase)
  async close(
    @CurrentActor() actor: SignedIn,
    @Input() { params, query, body }: HandlerInput<typeof closeCase>,
  ): Promise<ResponseOf<typeof closeCase>> {
    const holdUntil = body.holdUntil === undefined ? null : Date.parse(body.holdUntil);
    await this.closing.close(actor.accountId, params.id, { outcome: body.outcome, note: body.note, hold: body.hold, holdUntil }, actor);
    return this.page.one(actor.accountId, params.id, query.lang);
  }
}
