import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";
import { OutboundError } from "./outbound-error.js";

export interface OutboundResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * One request on the wire. undici calls `onRequestStart` right before the first byte is written to a connected socket:
 * a failure before that is proof that nothing left. Redirects are not followed; they are answers like any other.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly response: Promise<OutboundResponse>;
  private left = false;
  private over = false;
  private status = 0;
  private headers: IncomingHttpHeaders = {};
  private size = 0;
  private controller: Dispatcher.DispatchController | null = null;
  private readonly chunks: Buffer[] = [];
  private resolve!: (response: OutboundResponse) => void;
  private reject!: (error: OutboundError) => void;

  constructor(private readonly maxBytes: number) {
    this.response = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  /** The caller waits no longer. A request still queued is dropped before it is written. */
  timeOut(): void {
    this.fail("timeout");
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
    if (this.over) controller.abort(new OutboundError("timeout", false));
    else this.left = true;
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    this.status = status;
    this.headers = headers;
  }

  onResponseData(_controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.size += chunk.length;
    if (this.size > this.maxBytes) this.fail("too_large");
    else this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    if (this.over) return;
    this.over = true;
    this.resolve({ status: this.status, headers: this.headers, body: Buffer.concat(this.chunks) });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (this.over) return;
    this.over = true;
    if (error instanceof OutboundError) this.reject(error);
    else this.reject(new OutboundError(this.left ? "reset" : "unreachable", this.left, (error as NodeJS.ErrnoException).code));
  }

  private fail(kind: "timeout" | "too_large"): void {
    if (this.over) return;
    this.over = true;
    const error = new OutboundError(kind, this.left);
    this.reject(error);
    this.controller?.abort(error);
  }
}
