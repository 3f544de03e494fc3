import { Global, Module } from "@nestjs/common";
import { PlanDigests } from "../accounts/index.js";
import { OutboxModule } from "../outbox/index.js";
import { ParkedController } from "./parked.controller.js";
import { ParkedPage } from "./parked.view.js";
import { ParkedWords } from "./parked-words.reader.js";
import { PortfolioModule } from "../portfolio/index.js";
import { TodayController } from "./today.controller.js";
import { TodayPage } from "./today.view.js";

/** Global because the accounts module asks it, through its own port, which plan an admin must have seen. */
@Global()
@Module({
  imports: [OutboxModule, PortfolioModule],
  controllers: [TodayController, ParkedController],
  providers: [
    TodayPage,
    ParkedPage,
    ParkedWords,
    {
      provide: PlanDigests,
      useFactory: (page: TodayPage): PlanDigests => ({ current: (accountId) => page.digest(accountId) }),
      inject: [TodayPage],
    },
  ],
  exports: [ParkedPage, ParkedWords, PlanDigests],
})
export class KpisModule {}
