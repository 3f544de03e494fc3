import { Injectable } from "@nestjs/common";
import { Authenticator, type Caller } from "../../../platform/http/authenticator.js";
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

  async bySession(token: string, attended: boolean): Promise<Caller | null> {
    const found = await this.sessions.find(token, attended);
    return found && { actor: found.actor, credential: found.session.publicId };
  }

  async byApiKey(secret: string): Promise<Caller | null> {
    const actor = await this.apiKeys.authenticate(secret);
    return actor && { actor, credential: actor.keyId };
  }
}
