import { expect, test } from "@jest/globals";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DomainError } from "../../../../../server/shared/errors.js";
import { AnsweringHost, type Exchange } from "./support/answering.js";

const RECORDINGS = ["4.12.0", "4.16.2"].map((version) => ({
  version,
  file: fileURLToPath(new URL(`../../../../../../shared/data/chatwoot-${version}/rest.jsonl`, import.meta.url)),
}));

type Recorded = Exchange & { readonly name: string };

for (const { version, file } of RECORDINGS) {
  const present = existsSync(file);
  if (!present) process.stderr.write(`Skipped: there are no recorded exchanges with Chatwoot ${version} at ${file}.\n`);

  (present ? test : test.skip)(`everything a Chatwoot ${version} answered to requests that Saldo makes`, async () => {
    const exchanges = readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Recorded);
    const read: string[] = [];
    const unread: string[] = [];
    for (const exchange of exchanges) {
      const reading = AnsweringHost.read(exchange);
      if (!reading) continue;
      read.push(exchange.name);
      await reading.catch((error: unknown) => {
        const refused = error instanceof DomainError && !["host.unreadable", "host.not_json"].includes(error.code);
        if (!(refused && exchange.status >= 400)) unread.push(`${exchange.name}: ${(error as Error).message}`);
      });
    }
    expect(unread).toEqual([]);
    expect(read.length).toBeGreaterThan(40);
  });
}
