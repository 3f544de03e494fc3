import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import { invalid, notFound } from "../../shared/errors.js";
import type { Locale } from "../../shared/locale.js";
import type { MessageLanguage } from "./domain/language.js";
import { lintMessage } from "./domain/lint.js";
import { INTENTS } from "./domain/menu.js";
import type { Message, MessageSource, MessageTemplate, SessionReply, VariableSpec } from "./domain/message-template.js";
import { STAGES, type StageId } from "../../shared/stage.js";
import { parseSource } from "./handlebars/parse-source.adapter.js";
import { readLanguages } from "./message-languages.adapter.js";
import { fileInvalid, readJson } from "./template-file.adapter.js";

/** Folder of the free-form replies, beside one folder a stage. */
const REPLIES = "session";

const variable = z.discriminatedUnion("type", [
  z.strictObject({ type: z.enum(["text", "url", "date"]), example: z.string() }),
  z.strictObject({ type: z.literal("number"), example: z.int() }),
  // Each language has an amount of its own.
  z.strictObject({ type: z.literal("money") }),
  z.strictObject({ type: z.literal("accounts"), example: z.array(z.string()).min(1) }),
]);

const common = {
  name: z.string().regex(/^[a-z][a-z0-9_]{0,99}$/, "lower-case letters, digits and _"),
  version: z.int().min(1),
  variables: z.record(z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "lower-case letters, digits and _"), variable),
};

const templateMetadata = z.strictObject({
  ...common,
  category: z.literal("UTILITY"),
  ttlSeconds: z.int(),
  buttons: z.array(z.enum(INTENTS)),
});

const replyMetadata = z.strictObject({ ...common, disclosesDebt: z.boolean() });

type CommonMetadata = z.infer<typeof replyMetadata> | z.infer<typeof templateMetadata>;

/**
 * Every message Saldo can write: one folder a stage and one for replies, in each `<message>.json` with what all languages share and
 * `<message>.<locale>.hbs` with the words; and one folder of the languages. Loading proves each of them; a library that loads can be submitted and sent.
 */
export class TemplateLibrary {
  private constructor(
    readonly languages: readonly MessageLanguage[],
    readonly templates: readonly MessageTemplate[],
    readonly replies: readonly SessionReply[],
  ) {}

  /** @throws DomainError `template.file_invalid`, `template.source_invalid`, `template.lint_failed` naming file and remedy */
  static async load(directory: string): Promise<TemplateLibrary> {
    const languages = readLanguages(directory);
    const templates: MessageTemplate[] = [];
    for (const stage of STAGES) templates.push(...(await loadTemplates(directory, stage, languages)));
    const library = new TemplateLibrary(languages, templates, await loadReplies(directory, languages));
    library.refuseTwins();
    return library;
  }

  /** @throws DomainError `template.not_found` */
  template(name: string, locale: Locale): MessageTemplate {
    return found(this.templates, name, locale);
  }

  /** @throws DomainError `template.not_found` */
  reply(name: string, locale: Locale): SessionReply {
    return found(this.replies, name, locale);
  }

  private refuseTwins(): void {
    const seen = new Set<string>();
    for (const { name, language } of [...this.templates, ...this.replies]) {
      const key = `${name} ${language.locale}`;
      if (seen.has(key)) throw fileInvalid(name, "two messages have this name", "Rename one of them.");
      seen.add(key);
    }
  }
}

async function loadTemplates(
  directory: string,
  stage: StageId,
  languages: readonly MessageLanguage[],
): Promise<readonly MessageTemplate[]> {
  const templates = await loadFolder({ directory, folder: stage, languages }, templateMetadata, (metadata, source) => ({
    ...source,
    kind: "template" as const,
    stage,
    category: metadata.category,
    ttlSeconds: metadata.ttlSeconds,
    header: null,
    footer: source.language.stop.footer,
    buttons: metadata.buttons,
  }));
  if (templates.length === 0) throw fileInvalid(stage, "the stage has no template", "Add one: each stage needs something to say.");
  return templates;
}

function loadReplies(directory: string, languages: readonly MessageLanguage[]): Promise<readonly SessionReply[]> {
  return loadFolder({ directory, folder: REPLIES, languages }, replyMetadata, ({ disclosesDebt }, source) => ({
    ...source,
    kind: "reply" as const,
    disclosesDebt,
  }));
}

async function loadFolder<Metadata extends CommonMetadata, M extends Message>(
  { directory, folder, languages }: { directory: string; folder: string; languages: readonly MessageLanguage[] },
  schema: z.ZodType<Metadata>,
  build: (metadata: Metadata, source: MessageSource) => M,
): Promise<readonly M[]> {
  const files = (await readdir(join(directory, folder))).sort();
  const read = (file: string) => readFile(join(directory, folder, file), "utf8");
  const messages: M[] = [];
  const known = new Set<string>();
  for (const file of files.filter((name) => name.endsWith(".json"))) {
    known.add(file);
    const metadata = readJson(await read(file), `${folder}/${file}`, schema);
    for (const language of languages) {
      const source = `${basename(file, ".json")}.${language.locale}.hbs`;
      if (!files.includes(source))
        throw fileInvalid(`${folder}/${source}`, "is missing", "Write it: each message exists in every language.");
      known.add(source);
      const body = parseSource((await read(source)).replace(/\r\n/g, "\n").trim(), `${folder}/${source}`);
      const { name, version } = metadata;
      const message = build(metadata, { name, version, language, variables: variablesIn(metadata, language), body });
      refuseErrors(message, `${folder}/${source}`);
      messages.push(message);
    }
  }
  const stray = files.find((file) => !known.has(file));
  if (stray) throw fileInvalid(`${folder}/${stray}`, "belongs to no message", "Name it <message>.json or <message>.<locale>.hbs.");
  return messages;
}

function variablesIn(metadata: CommonMetadata, { samples }: MessageLanguage): readonly VariableSpec[] {
  return Object.entries(metadata.variables).map(([name, spec]) => ({
    name,
    type: spec.type,
    example: spec.type === "money" ? samples.money : spec.example,
  }));
}

function refuseErrors(message: Message, file: string): void {
  const errors = lintMessage(message).filter(({ severity }) => severity === "error");
  if (errors.length === 0) return;
  throw invalid(
    "template.lint_failed",
    `${file}: ${errors.map(({ rule, field, message: text }) => `[${rule}] ${field}: ${text}`).join(" ")}`,
    {
      field: file,
      remedy: "Change the text and raise the version.",
    },
  );
}

function found<T extends Message>(messages: readonly T[], name: string, locale: Locale): T {
  const message = messages.find((candidate) => candidate.name === name && candidate.language.locale === locale);
  if (message) return message;
  throw notFound("template.not_found", `There is no message "${name}" in ${locale}.`, {
    field: "template",
    params: { name, language: locale },
  });
}
