import type { FastifyInstance } from "fastify";
import { USUAL_BODY } from "../../contract/route.js";
import { DomainError, invalid } from "../../shared/errors.js";

/** How deep a body may nest. The deepest we read, a rule of a segment, stays far below. */
const DEEPEST = 64;
/** Values of one body. What parsing costs grows with their number far faster than with the length of a text. */
const MOST_VALUES = 20_000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENS = new Set([0x5b, 0x7b]);
const CLOSES = new Set([0x5d, 0x7d]);

/**
 * Reads JSON bodies in place of the framework's parser. How deep and how many is counted over the bytes, in one pass and before anything is
 * made of them: a body of brackets or keys alone costs a parser a thousand times what its length lets one expect.
 */
export function acceptJson(server: FastifyInstance): void {
  server.removeContentTypeParser(["application/json", "text/plain"]);
  server.addContentTypeParser("application/json", { parseAs: "buffer", bodyLimit: USUAL_BODY }, (_request, body: Buffer, done) => {
    try {
      done(null, parseJson(body));
    } catch (error) {
      done(error as Error);
    }
  });
}

/** @throws DomainError 422; nothing for a body without a byte */
export function parseJson(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  refuseBulk(body);
  try {
    return withoutPoison(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)));
  } catch (error) {
    throw error instanceof DomainError ? error : unreadable();
  }
}

function refuseBulk(body: Buffer): void {
  let depth = 0;
  let values = 1;
  let quoted = false;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at]!;
    if (quoted) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) quoted = false;
    } else if (byte === QUOTE) quoted = true;
    else if (byte === COMMA) values++;
    else if (OPENS.has(byte)) {
      values++;
      if (++depth > DEEPEST) throw bulky("body.too_deep", `The body nests deeper than ${DEEPEST} levels.`, DEEPEST);
    } else if (CLOSES.has(byte)) depth--;
    if (values > MOST_VALUES) throw bulky("body.too_many_values", `The body has more than ${MOST_VALUES} values.`, MOST_VALUES);
  }
}

/** Keys that would reach an object's prototype when the object is copied. There are no fields of that name. */
function withoutPoison(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const { constructor: made } = value as { constructor?: unknown };
  if (Object.hasOwn(value, "__proto__")) throw unreadable();
  if (Object.hasOwn(value, "constructor") && typeof made === "object" && made !== null && "prototype" in made) throw unreadable();
  Object.values(value).forEach(withoutPoison);
  return value;
}

function bulky(code: string, message: string, most: number): DomainError {
  return invalid(code, message, { field: "body", remedy: "Send it in several requests; a file goes to /api/uploads.", params: { most } });
}

function unreadable(): DomainError {
  return new DomainError("invalid", "body.unreadable", "The body could not be read as JSON in UTF-8.", {
    field: "body",
    remedy: "Send a body of valid JSON, as the API's description has it.",
  });
}
