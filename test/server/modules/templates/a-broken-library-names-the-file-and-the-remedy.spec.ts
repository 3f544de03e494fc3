import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TemplateLibrary } from "../../../../server/modules/templates/template-library.adapter.js";
import { TEMPLATES } from "./support/library.js";

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "saldo-templates-"));
  await cp(TEMPLATES, directory, { recursive: true });
});

afterEach(() => rm(directory, { recursive: true }));

describe("a broken library", () => {
  it.each([
    ["a missing language", "template.file_invalid", "d1_30/reminder.en.hbs", (file: string) => rm(file)],
    ["metadata that is no JSON", "template.file_invalid", "d1_30/reminder.json", (file: string) => writeFile(file, "{")],
    [
      "metadata with an unknown field",
      "template.file_invalid",
      "d1_30/reminder.json",
      (file: string) => edit(file, '"version"', '"versoin": 1, "version"'),
    ],
    ["an unknown button", "template.file_invalid", "d1_30/reminder.json", (file: string) => edit(file, '"pay_now"', '"pay_soon"')],
    ["a file of no message", "template.file_invalid", "d1_30/remainder.es.hbs", (file: string) => writeFile(file, "x")],
    [
      "a source beyond the subset",
      "template.source_invalid",
      "d1_30/reminder.es.hbs",
      (file: string) => edit(file, "{{name}}", "{{#if name}}x{{/if}}"),
    ],
    [
      "a threat",
      "template.lint_failed",
      "d1_30/reminder.es.hbs",
      (file: string) => edit(file, "Si ya pagó", "Evite el embargo. Si ya pagó"),
    ],
  ])("with %s is refused", async (_, code, file, damage) => {
    await damage(join(directory, file));
    await expect(TemplateLibrary.load(directory)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(file),
      detail: { field: file, remedy: expect.stringMatching(/\.$/) },
    });
  });

  it("says which message nobody has", async () => {
    const library = await TemplateLibrary.load(directory);
    expect(() => library.reply("farewell", "es")).toThrow(expect.objectContaining({ code: "template.not_found" }));
  });
});

async function edit(file: string, from: string, to: string): Promise<void> {
  await writeFile(file, (await readFile(file, "utf8")).replace(from, to));
}
