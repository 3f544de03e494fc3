import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import { accountOf } from "../../../platform/http/account-of.js";
import { CurrentActor, Endpoint, Input } from "../../../platform/http/endpoint.js";
import type { Actor } from "../../../shared/actor.js";
import { ContactDiagnosisPage } from "./contact-diagnosis.view.js";

const { contactDiagnosis } = routes.kpis;

@Controller()
export class DiagnosisController {
  constructor(private readonly page: ContactDiagnosisPage) {}

  @Endpoint(contactDiagnosis)
  contact(
    @CurrentActor() actor: Actor,
    @Input() { query }: HandlerInput<typeof contactDiagnosis>,
  ): Promise<ResponseOf<typeof contactDiagnosis>> {
    return this.page.show(accountOf(actor), query);
  }
}
