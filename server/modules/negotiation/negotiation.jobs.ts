import { Injectable, type OnModuleInit } from "@nestjs/common";
import { HostEvents } from "../host/index.js";
import { AgentMessages } from "./agent-messages.service.js";
import { Answers } from "./answers.service.js";

@Injectable()
export class NegotiationJobs implements OnModuleInit {
  constructor(
    private readonly events: HostEvents,
    private readonly answers: Answers,
    private readonly agentMessages: AgentMessages,
  ) {}

  onModuleInit(): void {
    this.events.onMessage((accountId, message, conversation) => this.answers.take(accountId, message, conversation));
    this.events.onMessage((accountId, message, conversation) => this.agentMessages.take(accountId, message, conversation));
  }
}
