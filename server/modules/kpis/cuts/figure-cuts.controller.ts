import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import { CurrentActor, Endpoint, Input } from "../../../platform/http/endpoint.js";
import type { SignedIn } from "../../../shared/actor.js";
import { CutValuesPage } from "./cut-values.view.js";
import { DebtorFiguresPage } from "./debtor-figures.view.js";
import { FigureCutPage } from "./figure-cut-page.view.js";
import { FilteredFiguresPage } from "./filtered-figures.view.js";

const { cut, cutValues, debtorFigures, filtered } = routes.kpis;

@Controller()
export class FigureCutsController {
  constructor(
    private readonly page: FigureCutPage,
    private readonly figures: FilteredFiguresPage,
    private readonly possible: CutValuesPage,
    private readonly ofDebtor: DebtorFiguresPage,
  ) {}

  @Endpoint(cut)
  show(@CurrentActor() actor: SignedIn, @Input() { query }: HandlerInput<typeof cut>): Promise<ResponseOf<typeof cut>> {
    return this.page.show(actor, query);
  }

  @Endpoint(filtered)
  ofSome(@CurrentActor() actor: SignedIn, @Input() { query }: HandlerInput<typeof filtered>): Promise<ResponseOf<typeof filtered>> {
    return this.figures.show(actor, query);
  }

  @Endpoint(cutValues)
  values(@CurrentActor() actor: SignedIn, @Input() { query }: HandlerInput<typeof cutValues>): Promise<ResponseOf<typeof cutValues>> {
    return this.possible.show(actor, query);
  }

  @Endpoint(debtorFigures)
  debtor(
    @CurrentActor() { accountId }: SignedIn,
    @Input() { params, query }: HandlerInput<typeof debtorFigures>,
  ): Promise<ResponseOf<typeof debtorFigures>> {
    return this.ofDebtor.show(accountId, params.id, query);
  }
}
