import { Module } from "@nestjs/common";
import { AccountsModule } from "../../accounts/index.js";
import { KpisModule } from "../kpis.module.js";
import { ContactDiagnosisPage } from "./contact-diagnosis.view.js";
import { DiagnosisController } from "./diagnosis.controller.js";

/** Why a figure is as it is, from what was counted. */
@Module({
  imports: [AccountsModule, KpisModule],
  controllers: [DiagnosisController],
  providers: [ContactDiagnosisPage],
})
export class DiagnosisModule {}
