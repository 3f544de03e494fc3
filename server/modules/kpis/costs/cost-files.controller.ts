import { Controller } from "@nestjs/common";
import type { CostFileView } from "../../../contract/kpis/costs.contract.js";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import { accountOf } from "../../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../../platform/http/endpoint.js";
import { Words } from "../../../platform/words/words.js";
import type { Actor } from "../../../shared/actor.js";
import type { Locale } from "../../../shared/locale.js";
import { CostFiles, type ReadCosts } from "./cost-files.service.js";

const { previewCosts, importCosts, undoCosts } = routes.kpis;

@Controller()
export class CostFilesController {
  constructor(
    private readonly files: CostFiles,
    private readonly words: Words,
  ) {}

  @Endpoint(previewCosts)
  async preview(
    @CurrentActor() actor: Actor,
    @Input() { query, body }: HandlerInput<typeof previewCosts>,
  ): Promise<ResponseOf<typeof previewCosts>> {
    return this.shown(await this.files.preview(accountOf(actor), body.fileName, body.base64), query.lang);
  }

  @Endpoint(importCosts)
  async import(
    @CurrentActor() actor: Actor,
    @Input() { query, body }: HandlerInput<typeof importCosts>,
  ): Promise<ResponseOf<typeof importCosts>> {
    const { batch, ...read } = await this.files.import(accountOf(actor), body.fileName, body.base64, actor);
    return { ...this.shown(read, query.lang), batch };
  }

  @Endpoint(undoCosts)
  async undo(
    @CurrentActor() actor: Actor,
    @Input() { params, body }: HandlerInput<typeof undoCosts>,
  ): Promise<ResponseOf<typeof undoCosts>> {
    return { takenBack: await this.files.undo(accountOf(actor), params.id, body.reason, actor) };
  }

  private shown({ rows, accepted, refused }: ReadCosts, lang: Locale): CostFileView {
    return {
      rows,
      accepted: accepted.map(({ line, known, cost: { kind, minor, currency, from, to } }) => ({
        line,
        kind,
        minor,
        currency,
        from,
        to,
        known,
      })),
      refused: refused.map(({ line, problem }) => ({ line, problem, text: this.words.say("cost_rows", problem, lang) ?? problem })),
    };
  }
}
