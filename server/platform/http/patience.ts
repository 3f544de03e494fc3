import { Socket } from "node:net";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

/** Bytes a second a large file has to come with: a bad telephone line manages. */
const SLOWEST = 16 * 1024;
const ANSWER =
  '{"code":"http.408","message":"The request took too long to arrive.","remedy":"Send it again, over a better connection if there is one."}';

/**
 * Ends requests that do not arrive. A body of the usual size has `ms` in all; a large file, whose sender is known, has to make progress.
 * Heads have the same time, which the HTTP server itself keeps.
 */
export function limitPatience(server: FastifyInstance, ms: number): void {
  server.addHook("onRequest", (request, reply, done) => {
    // An injected request has no line that could be slow.
    if (!request.raw.complete && request.raw.socket instanceof Socket) watch(request, reply, ms);
    done();
  });
}

function watch(request: FastifyRequest, reply: FastifyReply, ms: number): void {
  const { raw } = request;
  let seen = raw.socket.bytesRead;
  const timer = setInterval(() => {
    if (mayTakeLonger(request) && (raw.socket.bytesRead - seen >= (SLOWEST * ms) / 1_000 || weAreSlow(request))) {
      seen = raw.socket.bytesRead;
      return;
    }
    clearInterval(timer);
    hangUp(request, reply);
  }, ms).unref();
  const stop = () => clearInterval(timer);
  raw.once("end", stop).once("close", stop);
}

function mayTakeLonger({ admittedTo }: FastifyRequest): boolean {
  return admittedTo?.largestBody !== undefined;
}

/** What has come waits for us to take it. */
function weAreSlow({ raw }: FastifyRequest): boolean {
  return raw.readableLength >= raw.readableHighWaterMark;
}

function hangUp({ raw: { socket } }: FastifyRequest, { raw: answer }: FastifyReply): void {
  if (socket.writable && !answer.headersSent) {
    const head = `HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${ANSWER.length}`;
    socket.write(`${head}\r\n\r\n${ANSWER}`);
  }
  socket.destroySoon();
}
