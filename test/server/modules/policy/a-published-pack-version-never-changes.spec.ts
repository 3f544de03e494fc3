import { createHash } from "node:crypto";
import { expect, it } from "@jest/globals";
import canonicalize from "canonicalize";
import { HOUSE, PACKS, type PolicyPack, PUBLISHED_PACKS } from "../../../../server/modules/policy/rules.js";

/**
 * One line for each version that was ever published. A line is only ever added: whoever finds that it no longer fits has changed what decisions
 * on record were made by, and publishes a copy under a new date instead.
 */
const DIGESTS: Readonly<Record<string, string>> = {
  "SALDO@2026-11-22": "181eeb12da3f61de940c356af28180007b08317f79a8f1407212a3fa4e8f002d",
  "SALDO@2026-11-30": "ba9691a88440eecdd47da6b151b769681bd646dcc7cb67a35d41739625fa761d",
  "CO-2300@2026-11-22": "84cfbd2d6f3ffc8ef12904aa6c02093e03ea7995d9a70b744d2a454314bd9243",
  "CO-2300@2026-11-29": "5ca262944520b575dd7824b785429e9807d7d3460c73ed7efde8040b30bd30c0",
  "MX-CONDUSEF@2026-11-22": "39e7b1fb0437bf471f186c38fad616a1902e7a263af29bf503e2465626ef9f8f",
  "BR-CDC@2026-11-22": "63c3695b2bf208401a9c9d7ea0d908695a72697e3665bbe450e50ecbb41bca5c",
  "BR-CDC@2026-11-30": "8798ef046d1a553985f4c42632301fdb6260f02ff982e9f32d58efa27c7a7cb6",
};

const digestOf = (pack: PolicyPack) => createHash("sha256").update(canonicalize(pack)!).digest("hex");
const named = ({ id, version }: PolicyPack) => `${id}@${version}`;

it("what each says is what it said when it was published", () => {
  expect(Object.fromEntries(PUBLISHED_PACKS.map((pack) => [named(pack), digestOf(pack)]))).toEqual(DIGESTS);
});

it("the digest sees every single letter, figure and list of a pack", () => {
  for (const pack of PUBLISHED_PACKS) {
    const digest = digestOf(pack);
    for (const changed of withOneChange(pack)) expect(digestOf(changed as PolicyPack)).not.toBe(digest);
  }
});

/** The value with one leaf altered, once for each leaf, and with one list shortened. */
function* withOneChange(value: unknown): Generator {
  if (typeof value === "string") yield `${value} `;
  else if (typeof value === "number") yield value + 1;
  else if (typeof value === "boolean") yield !value;
  else if (value === null) yield "";
  else if (Array.isArray(value)) {
    if (value.length > 0) yield value.slice(1);
    for (const [index, item] of value.entries()) for (const changed of withOneChange(item)) yield value.with(index, changed);
  } else if (typeof value === "object") {
    for (const [key, item] of Object.entries(value)) for (const changed of withOneChange(item)) yield { ...value, [key]: changed };
  }
}

it("the newest of each is in force, and no version is dated before the one it replaces", () => {
  const versions = Map.groupBy(PUBLISHED_PACKS, ({ id }) => id);
  for (const [, ofOne] of versions) {
    const dates = ofOne.map(({ version }) => version);
    expect(dates).toEqual([...new Set(dates)].sort());
  }
  expect(new Set([HOUSE, ...PACKS])).toEqual(new Set([...versions.values()].map((ofOne) => ofOne.at(-1))));
});
