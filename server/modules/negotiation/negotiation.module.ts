import { Module } from "@nestjs/common";
import { AccountsModule } from "../accounts/index.js";
import { EscalationsModule } from "../escalations/index.js";
import { HostModule } from "../host/index.js";
import { OutboxModule } from "../outbox/index.js";
import { PortfolioModule } from "../portfolio/index.js";
import { AgentMessages } from "./agent-messages.service.js";
import { Answers } from "./answers.service.js";
import { AnswersView } from "./answers.view.js";
import { InboundMessagesStore } from "./inbound-messages.store.js";
import { NegotiationJobs } from "./negotiation.jobs.js";
import { PromisesReader } from "./promises.reader.js";
import { PromisesStore } from "./promises.store.js";
import { Reactions } from "./reactions.service.js";

@Module({
  imports: [AccountsModule, EscalationsModule, HostModule, OutboxModule, PortfolioModule],
  providers: [AgentMessages, Answers, AnswersView, InboundMessagesStore, NegotiationJobs, PromisesReader, PromisesStore, Reactions],
  exports: [PromisesReader],
})
export class NegotiationModule {}
