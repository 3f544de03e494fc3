import type { Sandbox } from "../../../server/sandbox/index.js";

/** What the stand-in helpdesk is asked over REST, from now on. */
export class RequestLog {
  private seen: string[] = [];

  constructor(sandbox: Sandbox) {
    sandbox.onRequest(({ method, path, status }) => this.seen.push(`${method} ${path} ${status}`));
  }

  /** @param part of `METHOD path status`; all when absent */
  count(part: string | RegExp = ""): number {
    return this.seen.filter((request) => (typeof part === "string" ? request.includes(part) : part.test(request))).length;
  }

  /** Begins anew. */
  clear(): void {
    this.seen = [];
  }
}
