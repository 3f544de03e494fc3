import { SaxesParser } from "saxes";
import { broken } from "./archive.adapter.js";

export type Attributes = Readonly<Record<string, string>>;

/** Elements by their names without prefixes, as they come. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Sheets are a dozen elements deep; what is deeper was made to fill a memory. */
const DEEPEST = 100;
/** So much text without an element in between is none of a cell. */
const LONGEST_TEXT = 1_048_576;

/**
 * Reads XML piece by piece; resumes after each, so that what the handler gathered can be handed on. Knows no external entities.
 * @throws DomainError `import.xlsx_broken`
 */
export async function* readXml(bytes: AsyncIterable<Uint8Array>, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser();
  let failed = false;
  let depth = 0;
  let sinceElement = 0;
  parser.on("error", () => (failed = true));
  parser.on("opentag", ({ name, attributes }) => {
    sinceElement = 0;
    failed ||= ++depth > DEEPEST;
    handler.open?.(localName(name), attributes);
  });
  if (handler.text) {
    parser.on("text", (text) => handler.text!(text));
    parser.on("cdata", (text) => handler.text!(text));
  }
  parser.on("closetag", ({ name }) => {
    depth--;
    handler.close?.(localName(name));
  });
  const decoder = new TextDecoder("utf-8");
  for await (const piece of bytes) {
    sinceElement += piece.length;
    parser.write(decoder.decode(piece, { stream: true }));
    if (failed || sinceElement > LONGEST_TEXT) throw broken();
    yield;
  }
  parser.write(decoder.decode()).close();
  if (failed) throw broken();
  yield;
}

/** Reads all of a small part. */
export async function readWhole(bytes: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  for await (const _ of readXml(bytes, handler)) continue;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
