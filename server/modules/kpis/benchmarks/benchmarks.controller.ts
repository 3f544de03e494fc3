import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import { accountOf } from "../../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../../platform/http/endpoint.js";
import type { Actor } from "../../../shared/actor.js";
import { Benchmarks } from "./benchmarks.service.js";
import { BenchmarksPage } from "./benchmarks.view.js";

const { benchmarks: list, addBenchmark, setBenchmark, removeBenchmark, resetBenchmark } = routes.kpis;

@Controller()
export class BenchmarksController {
  constructor(
    private readonly benchmarks: Benchmarks,
    private readonly page: BenchmarksPage,
  ) {}

  @Endpoint(list)
  list(@CurrentActor() actor: Actor, @Input() { query }: HandlerInput<typeof list>): Promise<ResponseOf<typeof list>> {
    return this.page.show(accountOf(actor), query.lang);
  }

  @Endpoint(addBenchmark)
  async add(
    @CurrentActor() actor: Actor,
    @Input() { query, body }: HandlerInput<typeof addBenchmark>,
  ): Promise<ResponseOf<typeof addBenchmark>> {
    const { metric, reason, ...input } = body;
    await this.benchmarks.add(accountOf(actor), metric, input, reason, actor);
    return this.page.show(accountOf(actor), query.lang);
  }

  @Endpoint(setBenchmark)
  async set(
    @CurrentActor() actor: Actor,
    @Input() { query, body }: HandlerInput<typeof setBenchmark>,
  ): Promise<ResponseOf<typeof setBenchmark>> {
    const { key, reason, ...input } = body;
    await this.benchmarks.set(accountOf(actor), key, input, reason, actor);
    return this.page.show(accountOf(actor), query.lang);
  }

  @Endpoint(removeBenchmark)
  async remove(
    @CurrentActor() actor: Actor,
    @Input() { query, body }: HandlerInput<typeof removeBenchmark>,
  ): Promise<ResponseOf<typeof removeBenchmark>> {
    await this.benchmarks.remove(accountOf(actor), body.key, body.reason, actor);
    return this.page.show(accountOf(actor), query.lang);
  }

  @Endpoint(resetBenchmark)
  async reset(
    @CurrentActor() actor: Actor,
    @Input() { query, body }: HandlerInput<typeof resetBenchmark>,
  ): Promise<ResponseOf<typeof resetBenchmark>> {
    await this.benchmarks.reset(accountOf(actor), body.key, body.reason, actor);
    return this.page.show(accountOf(actor), query.lang);
  }
}
