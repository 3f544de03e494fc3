import { Injectable } from "@nestjs/common";
import { Authenticator } from "../../platform/http/authenticator.js";
import type { Actor } from "../../shared/actor.js";
import { ApiKeys } from "./api-keys.service.js";
import { Sessions } from "./sessions.service.js";

/** People by their session, machines by their key. */
@Injectable()
export class AccountsAuthenticator extends Authenticator {
  constructor(
    private readonly sessions: Sessions,
    private readonly apiKeys: ApiKeys,
  ) {
    super();
  }

  async bySession(token: string): Promise<Actor | null> {
    return (await this.sessions.find(token))?.actor ?? null;
  }

  byApiKey(secret: string): Promise<Actor | null> {
    return this.apiKeys.authenticate(secret);
  }
}
