import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { parseSource } from "../../../../server/modules/templates/handlebars/parse-source.adapter.js";
import { DomainError } from "../../../../server/shared/errors.js";

const HOSTILE = [
  "{{constructor}}",
  "{{__proto__}}",
  "{{toString}}",
  "{{hasOwnProperty}}",
  "{{[constructor]}}",
  "{{constructor.constructor}}",
  "{{this}}",
  "{{this.name}}",
  "{{./name}}",
  "{{../name}}",
  "{{a.b}}",
  "{{a/b}}",
  "{{@root}}",
  "{{@root.name}}",
  '{{lookup . "constructor"}}',
  '{{money "amount"}}',
  "{{money constructor}}",
  "{{money amount other}}",
  "{{money (lookup this 'x')}}",
  "{{money amount unit=1}}",
  "{{log name}}",
  "{{helperMissing name}}",
  "{{blockHelperMissing name}}",
  "{{eval name}}",
  "{{1}}",
  "{{true}}",
  "{{'name'}}",
  "{{{raw}}}",
  "{{&raw}}",
  "{{~name}}",
  "{{name~}}",
  "{{> partial}}",
  "{{> (lookup . 'x')}}",
  "{{#> layout}}x{{/layout}}",
  "{{#if name}}x{{/if}}",
  "{{#each names}}x{{/each}}",
  '{{#with "s" as |string|}}{{/with}}',
  "{{#constructor}}x{{/constructor}}",
  "{{#*inline 'x'}}y{{/inline}}",
  "{{* decorator}}",
  "{{!-- a comment --}}",
  "{{! a comment }}",
  "{{^name}}x{{/name}}",
  "\\{{name}}",
  "text }} text",
  "{% assign a = 1 %}",
  "{{name",
  "{{}}",
  "{{Name}}",
  "{{name-x}}",
  `{{${"a".repeat(41)}}}`,
  `${"{{#a}}".repeat(500)}${"{{/a}}".repeat(500)}`,
  `{{money ${"(".repeat(2_000)}`,
  "{{a}} ".repeat(21),
  "a".repeat(4_097),
];

describe("a hostile Handlebars source", () => {
  it.each(HOSTILE.map((source) => [source.slice(0, 60), source] as const))("%s", (_, source) => {
    expect(() => parseSource(source, "test.hbs")).toThrow(
      expect.objectContaining({ code: "template.source_invalid", detail: expect.objectContaining({ field: "test.hbs" }) }),
    );
  });

  it.each([
    ["a ready syntax tree", { type: "Program", body: [], strip: {}, loc: null }],
    ["a String object", new String("{{name}}")],
    ["an array", ["{{name}}"]],
    ["nothing", undefined],
  ])("%s instead of a string", (_, source) => {
    expect(() => parseSource(source, "test.hbs")).toThrow(expect.objectContaining({ code: "template.source_invalid" }));
  });

  it("never throws anything but a refusal, and changes no global", () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE.filter((source) => source.length < 60)),
      fc.string(),
      fc.constantFrom("{{", "}}", "{{{", "name", "#", "/", "~", "money ", "\\"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        try {
          for (const segment of parseSource(pieces.join(""), "test.hbs")) expect(["text", "variable"]).toContain(segment.kind);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
        }
      }),
      { numRuns: 2_000, seed: 2 },
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });

  it("leaves the plain subset alone", () => {
    expect(parseSource("Hola, {{name}}: {{money amount}}.\n\nFin", "test.hbs")).toEqual([
      { kind: "text", text: "Hola, " },
      { kind: "variable", name: "name", helper: null },
      { kind: "text", text: ": " },
      { kind: "variable", name: "amount", helper: "money" },
      { kind: "text", text: ".\n\nFin" },
    ]);
  });
});
