import { SaxesParser } from "saxes";
import { broken } from "./archive.adapter.js";

export type Attributes = Readonly<Record<string, string>>;

/** Elements by their names without prefixes, as they come. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Reads XML piece by piece; resumes after each, so that what the handler gathered can be handed on. Knows no external entities.
 * @throws DomainError `import.xlsx_broken`
 */
export async function* readXml(bytes: AsyncIterable<Uint8Array>, handler: XmlHandler): AsyncGenerator<void> {
  const parser = new SaxesParser();
  let failed = false;
  parser.on("error", () => (failed = true));
  if (handler.open) parser.on("opentag", ({ name, attributes }) => handler.open!(localName(name), attributes as Attributes));
  if (handler.text) {
    parser.on("text", (text) => handler.text!(text));
    parser.on("cdata", (text) => handler.text!(text));
  }
  if (handler.close) parser.on("closetag", ({ name }) => handler.close!(localName(name)));
  const decoder = new TextDecoder("utf-8");
  for await (const piece of bytes) {
    parser.write(decoder.decode(piece, { stream: true }));
    if (failed) throw broken();
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
