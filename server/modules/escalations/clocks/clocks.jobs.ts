import { Injectable, type OnModuleInit } from "@nestjs/common";
import { HostEvents } from "../../host/index.js";
import { CaseOwners } from "./case-owners.service.js";

@Injectable()
export class ClocksJobs implements OnModuleInit {
  constructor(
    private readonly events: HostEvents,
    private readonly owners: CaseOwners,
  ) {}

  onModuleInit(): void {
    this.events.onConversation((accountId, conversation) => this.owners.conversationChanged(accountId, conversation));
    this.events.onMessage((accountId, message) => this.owners.wrote(accountId, message));
  }
}
