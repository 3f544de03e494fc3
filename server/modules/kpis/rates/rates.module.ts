import { Module } from "@nestjs/common";
import { AccountsModule } from "../../accounts/index.js";
import { KpisModule } from "../kpis.module.js";
import { ConsolidatedPage } from "./consolidated.view.js";
import { DatedAmounts } from "./dated-amounts.view.js";
import { RatesController } from "./rates.controller.js";
import { Rates } from "./rates.service.js";
import { RatesStore } from "./rates.store.js";

/** The account's rate table, and figures told in one currency by it. */
@Module({
  imports: [AccountsModule, KpisModule],
  controllers: [RatesController],
  providers: [ConsolidatedPage, DatedAmounts, Rates, RatesStore],
})
export class RatesModule {}
