import { describe, expect, it } from "@jest/globals";
import { sourceFromBase64 } from "../../../../../server/modules/imports/file/csv-source.adapter.js";
import { decoded, encodingOf } from "../../../../../server/modules/imports/file/encoding.adapter.js";

const TEXT = "nombre;saldo\nMuñoz Ávila;€ 5";
/** Windows-1252 of `TEXT`; its euro sign is where Latin-1 has none. */
const WINDOWS = Buffer.from(TEXT.replace("€", "\u0080"), "latin1");
const UTF16 = Buffer.from(`\ufeff${TEXT}`, "utf16le");

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(bytes: Buffer, size: number): Promise<string> {
  let text = "";
  for await (const piece of decoded(pieces(bytes, size), await encodingOf(pieces(bytes, size)))) text += piece;
  return text;
}

describe.each([1000, 2])("a file in pieces of %i bytes", (size) => {
  it.each([
    ["utf-8", Buffer.from(TEXT)],
    ["utf-8 with a mark", Buffer.from(`\ufeff${TEXT}`)],
    ["windows-1252", WINDOWS],
    ["utf-16le", UTF16],
    ["utf-16be", Buffer.from(UTF16).swap16()],
  ])("is read in %s", async (_, bytes) => {
    expect(await read(bytes, size)).toBe(TEXT);
  });
});

it("takes plain ASCII and nothing at all for UTF-8", async () => {
  expect(await encodingOf(pieces(Buffer.from("a;b"), 2))).toBe("utf-8");
  expect(await encodingOf(pieces(Buffer.alloc(0), 2))).toBe("utf-8");
});

it("takes a file cut inside a character for Windows-1252 rather than refusing it", async () => {
  expect(await encodingOf(pieces(Buffer.from("Muñoz").subarray(0, 3), 9))).toBe("windows-1252");
});

it("refuses base64 that is not whole", () => {
  expect(() => sourceFromBase64("a.csv", "YWJj ZGVm")).toThrow("not whole base64");
  expect(sourceFromBase64("C:\\carteras\\a.csv", "YWJj").name).toBe("a.csv");
});
