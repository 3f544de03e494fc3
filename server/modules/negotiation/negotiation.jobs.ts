import { Inject, Injectable, type OnModuleInit } from "@nestjs/common";
import { MINUTE } from "../../shared/instant.js";
import { Scheduler } from "../../platform/clock/scheduler.js";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { HostEvents } from "../host/index.js";
import { AgentMessages } from "./agent-messages.service.js";
import { Answers } from "./answers.service.js";
import { AnswersView } from "./answers.view.js";
import { EarlierWords } from "./earlier-words.service.js";
import { PromiseJudge } from "./promise-judge.service.js";

@Injectable()
export class NegotiationJobs implements OnModuleInit {
  constructor(
    private readonly events: HostEvents,
    private readonly answers: Answers,
    private readonly agentMessages: AgentMessages,
    private readonly earlier: EarlierWords,
    private readonly view: AnswersView,
    private readonly judge: PromiseJudge,
    private readonly scheduler: Scheduler,
    private readonly queue: JobQueue,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.events.onMessage((accountId, message, conversation) => this.answers.take(accountId, message, conversation));
    this.events.onMessage((accountId, message, conversation) => this.agentMessages.take(accountId, message, conversation));
    this.events.onEarlier((accountId, messages, conversation) => this.earlier.take(accountId, messages, conversation));
    this.events.whoseIs((accountId, conversation) => this.view.debtorsOf(accountId, conversation));
    if (this.config.role === "web") return;
    this.queue.work("promises", () => this.judge.round());
    // Local days begin on a slot in every zone there is, so a promise is judged the moment its last day is over.
    this.scheduler.add({
      name: "negotiation.promises",
      everyMs: Math.max(5 * MINUTE, this.config.pollMs),
      runner: "one",
      run: () => this.queue.wake("promises"),
    });
  }
}
