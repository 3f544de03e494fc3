import { Injectable, type OnModuleInit } from "@nestjs/common";
import { HostEvents } from "../host/index.js";
import { AgentMessages } from "./agent-messages.service.js";
import { Answers } from "./answers.service.js";
import { AnswersView } from "./answers.view.js";
import { EarlierWords } from "./earlier-words.service.js";

/** What people write in the helpdesk, to those who understand it. */
@Injectable()
export class AnswersLane implements OnModuleInit {
  constructor(
    private readonly events: HostEvents,
    private readonly answers: Answers,
    private readonly agentMessages: AgentMessages,
    private readonly earlier: EarlierWords,
    private readonly view: AnswersView,
  ) {}

  onModuleInit(): void {
    this.events.onMessage((accountId, message, conversation) => this.answers.take(accountId, message, conversation));
    this.events.onMessage((accountId, message, conversation) => this.agentMessages.take(accountId, message, conversation));
    this.events.onEarlier((accountId, messages, conversation) => this.earlier.take(accountId, messages, conversation));
    this.events.whoseIs((accountId, conversation) => this.view.debtorsOf(accountId, conversation));
  }
}
