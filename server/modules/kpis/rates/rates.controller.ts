import { Controller } from "@nestjs/common";
import type { ExchangeRateView } from "../../../contract/kpis/rates.contract.js";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import { accountOf } from "../../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../../platform/http/endpoint.js";
import type { Actor } from "../../../shared/actor.js";
import { readRowCursor, writeCursor } from "../../../shared/cursor.js";
import { toIso } from "../../../shared/instant.js";
import type { ExchangeRateRecord } from "../kpis.tables.js";
import { ConsolidatedPage } from "./consolidated.view.js";
import { Rates } from "./rates.service.js";
import { RatesStore } from "./rates.store.js";

const { consolidated, rates: list, setRate, removeRate } = routes.kpis;

@Controller()
export class RatesController {
  constructor(
    private readonly rates: Rates,
    private readonly store: RatesStore,
    private readonly page: ConsolidatedPage,
  ) {}

  @Endpoint(list)
  async list(@CurrentActor() actor: Actor, @Input() { query }: HandlerInput<typeof list>): Promise<ResponseOf<typeof list>> {
    const before = readRowCursor(query.cursor) || null;
    const rows = await this.store.page(accountOf(actor), query.limit + 1, before);
    const items = rows.slice(0, query.limit);
    return { items: items.map(shown), next: rows.length > query.limit ? writeCursor(items.at(-1)!.id) : null, total: null };
  }

  @Endpoint(setRate)
  async set(@CurrentActor() actor: Actor, @Input() { body }: HandlerInput<typeof setRate>): Promise<ResponseOf<typeof setRate>> {
    const { into, ...rate } = body;
    return shown(await this.rates.set(accountOf(actor), { ...rate, target: into }, actor));
  }

  @Endpoint(removeRate)
  async remove(@CurrentActor() actor: Actor, @Input() { params }: HandlerInput<typeof removeRate>): Promise<ResponseOf<typeof removeRate>> {
    await this.rates.remove(accountOf(actor), params.id, actor);
  }

  @Endpoint(consolidated)
  inOne(@CurrentActor() actor: Actor, @Input() { query }: HandlerInput<typeof consolidated>): Promise<ResponseOf<typeof consolidated>> {
    return this.page.show(accountOf(actor), query);
  }
}

function shown(row: ExchangeRateRecord): ExchangeRateView {
  const { public_id: id, currency, target: into, day, rate, source, recorded_at: at, recorded_by: by } = row;
  return { id, currency, into, day, rate, source, recordedAt: toIso(at), by };
}
