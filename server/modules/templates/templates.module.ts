import { join } from "node:path";
import { Module } from "@nestjs/common";
import { AccountsModule } from "../accounts/index.js";
import { HostModule } from "../host/index.js";
import { TemplateCatalogue } from "./template-catalogue.reader.js";
import { TemplateLibrary } from "./template-library.adapter.js";
import { TemplateStatuses } from "./template-statuses.store.js";
import { TemplatesController } from "./templates.controller.js";
import { TemplatesJobs } from "./templates.jobs.js";
import { TemplatesService } from "./templates.service.js";
import { TemplatesView } from "./templates.view.js";

@Module({
  imports: [AccountsModule, HostModule],
  controllers: [TemplatesController],
  providers: [
    // A library with one bad template does not start: better here than at the first debtor.
    { provide: TemplateLibrary, useFactory: () => TemplateLibrary.load(join(process.cwd(), "templates")) },
    TemplateCatalogue,
    TemplateStatuses,
    TemplatesService,
    TemplatesView,
    TemplatesJobs,
  ],
  exports: [TemplateCatalogue, TemplateStatuses, TemplatesService],
})
export class TemplatesModule {}
