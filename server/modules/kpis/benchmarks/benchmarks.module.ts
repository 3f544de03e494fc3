import { Module } from "@nestjs/common";
import { AccountsModule } from "../../accounts/index.js";
import { KpisModule } from "../kpis.module.js";
import { BenchmarksController } from "./benchmarks.controller.js";
import { Benchmarks } from "./benchmarks.service.js";
import { BenchmarksStore } from "./benchmarks.store.js";
import { BenchmarksPage } from "./benchmarks.view.js";

/** What others reach, beside what the account wants to. */
@Module({
  imports: [AccountsModule, KpisModule],
  controllers: [BenchmarksController],
  providers: [Benchmarks, BenchmarksPage, BenchmarksStore],
})
export class BenchmarksModule {}
