import { Controller } from "@nestjs/common";
import type { HandlerInput, ResponseOf } from "../../../contract/route.js";
import { routes } from "../../../contract/routes.js";
import type { SignedIn } from "../../../shared/actor.js";
import { toIso } from "../../../shared/instant.js";
import { CurrentActor, Endpoint, Input } from "../../../platform/http/endpoint.js";
import { ImportProfiles } from "./import-profiles.service.js";
import { decimalName } from "./imports.view.js";

const { importProfiles, deleteImportProfile } = routes.imports;

@Controller()
export class ImportProfilesController {
  constructor(private readonly profiles: ImportProfiles) {}

  @Endpoint(importProfiles)
  async list(
    @Input() { query }: HandlerInput<typeof importProfiles>,
    @CurrentActor() { accountId }: SignedIn,
  ): Promise<ResponseOf<typeof importProfiles>> {
    const items = await this.profiles.list(accountId, query.kind ?? null);
    return {
      items: items.map(({ id, name, kind, headers, fields, dates, decimal, usedAt }) => {
        const columns = headers.map((header, index) => ({ header, field: fields[index] ?? null }));
        return { id, name, kind, columns, dates, decimal: decimalName(decimal), usedAt: toIso(usedAt) };
      }),
    };
  }

  @Endpoint(deleteImportProfile)
  delete(@Input() { params }: HandlerInput<typeof deleteImportProfile>, @CurrentActor() { accountId }: SignedIn): Promise<void> {
    return this.profiles.delete(accountId, params.id);
  }
}
