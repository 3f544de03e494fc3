import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { invalid } from "../../../shared/errors.js";
import { decoded, type Encoding, encodingOf } from "./encoding.adapter.js";

/** The bytes of a file, from the beginning or from any place: workbooks keep their table of contents at the end. */
export interface FileBytes {
  size(): Promise<number>;
  read(): AsyncIterable<Uint8Array>;
  /** @returns fewer bytes than asked for where the file ends */
  slice(start: number, length: number): Promise<Uint8Array>;
  /** Gives back what `slice` holds open. */
  close(): Promise<void>;
}

/** A file that can be read more than once: its formats are learned before its rows are taken. */
export interface CsvSource {
  readonly name: string;
  open(): AsyncIterable<string>;
  /** Null for a text that came as text. */
  readonly bytes: FileBytes | null;
  encoding(): Promise<Encoding>;
}

/** @param fileName as the sender called it; only its last part is kept */
export function sourceFromText(fileName: string, text: string): CsvSource {
  return { name: lastPart(fileName), open: () => once(text), bytes: null, encoding: () => Promise.resolve("utf-8") };
}

/**
 * A file that was sent, in any encoding the project knows.
 * @throws DomainError `import.base64` when it was cut on its way
 */
export function sourceFromBase64(fileName: string, base64: string): CsvSource {
  const bytes = Buffer.from(base64, "base64");
  if (base64.length % 4 !== 0 || bytes.length !== Buffer.byteLength(base64, "base64")) {
    throw invalid("import.base64", "The file is not whole base64.", {
      field: "base64",
      remedy: "Encode the file's bytes as standard base64, without line breaks, and send it again.",
    });
  }
  return sourceFromBytes(fileName, {
    size: () => Promise.resolve(bytes.length),
    read: () => once(bytes),
    slice: (start, length) => Promise.resolve(bytes.subarray(start, start + length)),
    close: () => Promise.resolve(),
  });
}

/** Streams a file of this machine; never holds more than a piece of it. */
export function sourceFromFile(path: string): CsvSource {
  let handle: ReturnType<typeof open> | undefined;
  return sourceFromBytes(path, {
    size: async () => (await (await (handle ??= open(path))).stat()).size,
    read: () => createReadStream(path) as AsyncIterable<Buffer>,
    async slice(start, length) {
      const { bytesRead, buffer } = await (await (handle ??= open(path))).read(Buffer.alloc(length), 0, length, start);
      return buffer.subarray(0, bytesRead);
    },
    async close() {
      const opened = handle;
      handle = undefined;
      await (await opened)?.close();
    },
  });
}

/** The encoding is found out once, by reading to the first byte that decides it. */
export function sourceFromBytes(fileName: string, bytes: FileBytes): CsvSource {
  let found: Promise<Encoding> | undefined;
  const encoding = () => (found ??= encodingOf(bytes.read()));
  return {
    name: lastPart(fileName),
    bytes,
    encoding,
    async *open() {
      yield* decoded(bytes.read(), await encoding());
    },
  };
}

async function* once<T>(whole: T): AsyncGenerator<T> {
  await Promise.resolve();
  yield whole;
}

function lastPart(fileName: string): string {
  return basename(fileName.replaceAll("\\", "/"));
}
