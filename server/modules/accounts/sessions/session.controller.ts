import { Controller, Req, Res } from "@nestjs/common";
import type { FastifyReply, FastifyRequest } from "fastify";
import { accountsRoutes, type Me, type SessionView } from "../../../contract/accounts.contract.js";
import type { HandlerInput } from "../../../contract/route.js";
import { SESSION_COOKIE } from "../../../platform/http/authenticator.js";
import { CurrentActor, Endpoint, Input } from "../../../platform/http/endpoint.js";
import type { Actor } from "../../../shared/actor.js";
import { forbidden, notFound } from "../../../shared/errors.js";
import { AccountDirectory } from "../account-directory.reader.js";
import { ENDED_COOKIE, sessionCookie } from "./session-cookie.adapter.js";
import { SessionBook } from "./session-book.service.js";
import { Sessions } from "./sessions.service.js";

@Controller()
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly book: SessionBook,
    private readonly directory: AccountDirectory,
  ) {}

  @Endpoint(accountsRoutes.signIn)
  async signIn(
    @Input() { body }: HandlerInput<typeof accountsRoutes.signIn>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const token = await this.sessions.signIn(body.account, body.accessToken, request.ip);
    const me = await this.sessions.me(token);
    void reply.header("set-cookie", sessionCookie(token));
    return me;
  }

  @Endpoint(accountsRoutes.me)
  me(@Req() request: FastifyRequest): Promise<Me> {
    return this.sessions.me(tokenOf(request));
  }

  @Endpoint(accountsRoutes.signOut)
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.signOut(tokenOf(request));
    void reply.header("set-cookie", ENDED_COOKIE);
  }

  @Endpoint(accountsRoutes.sessions)
  async list(@CurrentActor() actor: Actor, @Req() { credential = "" }: FastifyRequest): Promise<{ items: SessionView[] }> {
    return { items: await this.book.list(personOf(actor), credential) };
  }

  @Endpoint(accountsRoutes.endSession)
  async endOne(@CurrentActor() actor: Actor, @Input() { params }: HandlerInput<typeof accountsRoutes.endSession>): Promise<void> {
    await this.book.endOwn(personOf(actor), params.id);
  }

  @Endpoint(accountsRoutes.endOtherSessions)
  async endOthers(@CurrentActor() actor: Actor, @Req() { credential = "" }: FastifyRequest): Promise<void> {
    await this.book.endOthers(personOf(actor), credential);
  }

  /** Its id opens nothing and stands in every link of the installation; which of several there are is told to nobody. */
  @Endpoint(accountsRoutes.start)
  async start(): Promise<{ account: string | null }> {
    const accounts = await this.directory.list();
    return { account: accounts.length === 1 ? accounts[0]!.publicId : null };
  }

  @Endpoint(accountsRoutes.embedding)
  async embedding(@Input() { params }: HandlerInput<typeof accountsRoutes.embedding>): Promise<{ hostOrigin: string }> {
    const account = await this.directory.byPublicId(params.id);
    if (!account) throw notFound("account.not_found", "No such account is connected to Saldo.");
    return { hostOrigin: account.hostBaseUrl };
  }
}

function tokenOf(request: FastifyRequest): string {
  return request.cookies[SESSION_COOKIE] ?? "";
}

/** No key has a scope for these. */
function personOf(actor: Actor): Extract<Actor, { kind: "person" }> {
  if (actor.kind === "person") return actor;
  throw forbidden("access.denied", "Only people have sessions.", { remedy: "Sign in as a person." });
}
