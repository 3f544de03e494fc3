import { constants } from "node:zlib";
import compress from "@fastify/compress";
import type { NestFastifyApplication } from "@nestjs/platform-fastify";

/** Below a packet or so nothing is won. */
const WORTH_IT = 1_024;

/**
 * Answers are compressed as the caller accepts, Brotli before gzip, as they are written. Event streams never are: a compressor keeps what
 * somebody waits for. What the build has compressed already goes out as it lies there.
 */
export async function compressAnswers(app: NestFastifyApplication): Promise<void> {
  await app.register(compress, {
    threshold: WORTH_IT,
    encodings: ["br", "gzip"],
    customTypes: /^(?:text\/(?!event-stream)|application\/(?:json|x-ndjson|javascript)|image\/svg\+xml)/,
    // Exports are streams of minutes: what has been written leaves, and is not kept until a block is full.
    brotliOptions: { flush: constants.BROTLI_OPERATION_FLUSH, params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    zlibOptions: { flush: constants.Z_SYNC_FLUSH, level: 5 },
    // Bodies of requests are read as they come: a few compressed bytes may not become a thousand times as many.
    globalDecompression: false,
  });
}
