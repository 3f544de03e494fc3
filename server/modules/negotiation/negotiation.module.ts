import { Module } from "@nestjs/common";
import { AccountsModule } from "../accounts/index.js";
import { EscalationsModule } from "../escalations/index.js";
import { HostModule } from "../host/index.js";
import { OutboxModule } from "../outbox/index.js";
import { PortfolioModule } from "../portfolio/index.js";
import { TemplatesModule } from "../templates/index.js";
import { PolicyModule } from "../policy/index.js";
import { AgentMessages } from "./agent-messages.service.js";
import { AnswersLane } from "./answers.lane.js";
import { Answers } from "./answers.service.js";
import { AgreementView } from "./agreement.view.js";
import { AnswersView } from "./answers.view.js";
import { DateQuestionsStore } from "./date-questions.store.js";
import { DayDialog } from "./day-dialog.service.js";
import { DebtorConductView } from "./debtor-conduct.view.js";
import { EarlierWords } from "./earlier-words.service.js";
import { InboundMessagesStore } from "./inbound-messages.store.js";
import { ObjectionsHeard } from "./objections-heard.service.js";
import { ReplyRecords } from "./reply-records.service.js";
import { DebtorWordsView } from "./debtor-words.view.js";
import { DebtorCalendar } from "./debtor-calendar.reader.js";
import { NegotiationJobs } from "./negotiation.jobs.js";
import { PromiseConfirmations } from "./promise-confirmations.service.js";
import { PromiseHolds } from "./promise-holds.service.js";
import { PromiseJudge } from "./promise-judge.service.js";
import { PromisesLane } from "./promises.lane.js";
import { PromisesLog } from "./promises-log.service.js";
import { PromisesReader } from "./promises.reader.js";
import { PromisesController } from "./promises.controller.js";
import { Promises } from "./promises.service.js";
import { PromisesStore } from "./promises.store.js";
import { PromisesView } from "./promises.view.js";
import { Reactions } from "./reactions.service.js";
import { RecordedPromises } from "./recorded-promises.service.js";

/** Fills the port by which segments and cadences ask what debtors replied and promised. */
@Module({
  imports: [AccountsModule, EscalationsModule, HostModule, OutboxModule, PolicyModule, PortfolioModule, TemplatesModule],
  controllers: [PromisesController],
  providers: [
    DebtorConductView,
    AgentMessages,
    AgreementView,
    Answers,
    AnswersLane,
    AnswersView,
    DateQuestionsStore,
    DayDialog,
    DebtorCalendar,
    DebtorWordsView,
    EarlierWords,
    InboundMessagesStore,
    NegotiationJobs,
    ObjectionsHeard,
    PromiseConfirmations,
    PromiseHolds,
    PromiseJudge,
    Promises,
    PromisesLane,
    PromisesLog,
    PromisesReader,
    PromisesStore,
    PromisesView,
    Reactions,
    RecordedPromises,
    ReplyRecords,
  ],
  exports: [DebtorConductView, DebtorWordsView, PromisesReader],
})
export class NegotiationModule {}
