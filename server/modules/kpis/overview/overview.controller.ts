import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import { accountOf } from "../../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../../platform/http/endpoint.js";
import type { Actor, SignedIn } from "../../../shared/actor.js";
import { AgentSight } from "../cuts/agent-sight.reader.js";
import { AgesPage } from "./ages.view.js";
import { AttentionPage } from "./attention.view.js";
import { DenialsPage } from "./denials.view.js";
import { FunnelPage } from "./funnel.view.js";
import { LongCasesPage } from "./long-cases.view.js";
import { TodayEventsPage } from "./today-events.view.js";

const { overviewAges, overviewAttention, overviewDenials, overviewFunnel, overviewToday, longCases } = routes.kpis;

@Controller()
export class OverviewController {
  constructor(
    private readonly events: TodayEventsPage,
    private readonly standing: AgesPage,
    private readonly steps: FunnelPage,
    private readonly kept: DenialsPage,
    private readonly needs: AttentionPage,
    private readonly sight: AgentSight,
    private readonly long: LongCasesPage,
  ) {}

  @Endpoint(overviewToday)
  today(@CurrentActor() actor: Actor, @Input() { query }: HandlerInput<typeof overviewToday>): Promise<ResponseOf<typeof overviewToday>> {
    return this.events.show(accountOf(actor), query.asOf);
  }

  @Endpoint(overviewAges)
  async ages(
    @CurrentActor() actor: SignedIn,
    @Input() { query }: HandlerInput<typeof overviewAges>,
  ): Promise<ResponseOf<typeof overviewAges>> {
    return this.standing.show(accountOf(actor), query, await this.sight.filters(actor, query.where));
  }

  @Endpoint(overviewFunnel)
  funnel(
    @CurrentActor() actor: Actor,
    @Input() { query }: HandlerInput<typeof overviewFunnel>,
  ): Promise<ResponseOf<typeof overviewFunnel>> {
    return this.steps.show(accountOf(actor), query);
  }

  @Endpoint(overviewDenials)
  denials(
    @CurrentActor() actor: Actor,
    @Input() { query }: HandlerInput<typeof overviewDenials>,
  ): Promise<ResponseOf<typeof overviewDenials>> {
    return this.kept.show(accountOf(actor), query);
  }

  @Endpoint(overviewAttention)
  attention(@CurrentActor() actor: Actor): Promise<ResponseOf<typeof overviewAttention>> {
    return this.needs.show(accountOf(actor));
  }

  @Endpoint(longCases)
  takenLong(@CurrentActor() actor: SignedIn, @Input() { query }: HandlerInput<typeof longCases>): Promise<ResponseOf<typeof longCases>> {
    return this.long.show(actor, query.lang);
  }
}
