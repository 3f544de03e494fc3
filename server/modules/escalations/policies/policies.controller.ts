import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import { accountOf } from "../../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../../platform/http/endpoint.js";
import type { Actor } from "../../../shared/actor.js";
import { ClockPlans } from "../clocks/clock-plans.service.js";
import { CalendarPublishing } from "./calendar-publishing.service.js";
import { ChangePreview } from "./change-preview.reader.js";
import { calendarOf, policyOf } from "./draft-versions.adapter.js";
import { effectFacts } from "./effect-facts.adapter.js";
import { assertSound, PoliciesView, shownFaults } from "./policies.view.js";
import { PolicyPublishing } from "./policy-publishing.service.js";

const { policies, previewPolicy, publishPolicy, previewCalendar, publishCalendar } = routes.escalations;

@Controller()
export class PoliciesController {
  constructor(
    private readonly view: PoliciesView,
    private readonly plans: ClockPlans,
    private readonly preview: ChangePreview,
    private readonly policy: PolicyPublishing,
    private readonly calendar: CalendarPublishing,
  ) {}

  @Endpoint(policies)
  show(@CurrentActor() actor: Actor, @Input() { query }: HandlerInput<typeof policies>): Promise<ResponseOf<typeof policies>> {
    return this.view.show(accountOf(actor), query.lang);
  }

  @Endpoint(previewPolicy)
  async previewPolicy(
    @CurrentActor() actor: Actor,
    @Input() { query, body }: HandlerInput<typeof previewPolicy>,
  ): Promise<ResponseOf<typeof previewPolicy>> {
    const account = accountOf(actor);
    const faults = await this.view.policyFaults(account, body);
    if (faults.length > 0) return { faults: shownFaults(faults, query.lang), effect: null };
    return { faults: [], effect: effectFacts(await this.effectOfPolicy(account, body)) };
  }

  @Endpoint(publishPolicy)
  async publishPolicy(
    @CurrentActor() actor: Actor,
    @Input() { query, body }: HandlerInput<typeof publishPolicy>,
  ): Promise<ResponseOf<typeof publishPolicy>> {
    const { basedOn, reason, ...draft } = body;
    const account = accountOf(actor);
    assertSound(await this.view.policyFaults(account, draft), query.lang);
    await this.policy.publish(account, draft, { basedOn, reason, effect: await this.effectOfPolicy(account, draft) }, actor);
    return this.view.show(account, query.lang);
  }

  @Endpoint(previewCalendar)
  async previewCalendar(
    @CurrentActor() actor: Actor,
    @Input() { query, body }: HandlerInput<typeof previewCalendar>,
  ): Promise<ResponseOf<typeof previewCalendar>> {
    const faults = this.view.calendarFaults(body);
    if (faults.length > 0) return { faults: shownFaults(faults, query.lang), effect: null };
    const effect = await this.preview.ofCalendar(accountOf(actor), calendarOf(body, 0));
    return { faults: [], effect: effectFacts(effect) };
  }

  @Endpoint(publishCalendar)
  async publishCalendar(
    @CurrentActor() actor: Actor,
    @Input() { query, body }: HandlerInput<typeof publishCalendar>,
  ): Promise<ResponseOf<typeof publishCalendar>> {
    const { basedOn, reason, ...draft } = body;
    const account = accountOf(actor);
    assertSound(this.view.calendarFaults(draft), query.lang);
    const effect = await this.preview.ofCalendar(account, calendarOf(draft, 0));
    await this.calendar.publish(account, draft, { basedOn, reason, effect }, actor);
    return this.view.show(account, query.lang);
  }

  private async effectOfPolicy(accountId: number, draft: HandlerInput<typeof previewPolicy>["body"]) {
    const calendar = draft.calendar === null ? null : await this.plans.timelineOf(accountId, draft.calendar);
    return this.preview.ofPolicy(accountId, policyOf(draft, 0), calendar?.published.version ?? null);
  }
}
