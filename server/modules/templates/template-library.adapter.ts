import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { z } from "zod";
import { invalid, notFound } from "../../shared/errors.js";
import { LANGUAGES, type Language } from "./domain/language.js";
import { lintMessage } from "./domain/lint.js";
import { INTENTS } from "./domain/menu.js";
import type { Message, MessageSource, MessageTemplate, SessionReply, VariableSpec } from "./domain/message-template.js";
import { STAGES, type StageId } from "../../shared/stage.js";
import { parseSource } from "./handlebars/parse-source.adapter.js";

/** Folder of the free-form replies, beside one folder a stage. */
const REPLIES = "session";

const perLanguage = <T extends z.ZodType>(schema: T) => z.strictObject({ es: schema, pt_BR: schema, en: schema });

/** One example for all languages, or one each. */
const example = <T extends z.ZodType>(schema: T) => z.union([schema, perLanguage(schema)]);

const amounts = z.array(z.strictObject({ minor: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) })).min(1);

const variable = z.discriminatedUnion("type", [
  z.strictObject({ type: z.enum(["text", "url", "date"]), example: example(z.string()) }),
  z.strictObject({ type: z.literal("number"), example: example(z.int()) }),
  z.strictObject({ type: z.literal("money"), example: example(amounts) }),
  z.strictObject({ type: z.literal("accounts"), example: example(z.array(z.string()).min(1)) }),
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
  header: perLanguage(z.string()).optional(),
  footer: perLanguage(z.string()).optional(),
});

const replyMetadata = z.strictObject({ ...common, disclosesDebt: z.boolean() });

type CommonMetadata = z.infer<typeof replyMetadata> | z.infer<typeof templateMetadata>;

/**
 * Every message Saldo can write: one folder a stage and one for replies, in each `<message>.json` with what all languages share and
 * `<message>.<language>.hbs` with the words. Loading proves each of them; a library that loads can be submitted and sent.
 */
export class TemplateLibrary {
  private constructor(
    readonly templates: readonly MessageTemplate[],
    readonly replies: readonly SessionReply[],
  ) {}

  /** @throws DomainError `template.file_invalid`, `template.source_invalid`, `template.lint_failed` naming file and remedy */
  static async load(directory: string): Promise<TemplateLibrary> {
    const templates: MessageTemplate[] = [];
    for (const stage of STAGES) templates.push(...(await loadTemplates(directory, stage)));
    const library = new TemplateLibrary(templates, await loadReplies(directory));
    library.refuseTwins();
    return library;
  }

  /** Templates of a stage in a language, in the order of their names. */
  ofStage(stage: StageId, language: Language): readonly MessageTemplate[] {
    return this.templates.filter((template) => template.stage === stage && template.language === language);
  }

  /** @throws DomainError `template.not_found` */
  template(name: string, language: Language): MessageTemplate {
    return found(this.templates, name, language);
  }

  /** @throws DomainError `template.not_found` */
  reply(name: string, language: Language): SessionReply {
    return found(this.replies, name, language);
  }

  private refuseTwins(): void {
    const seen = new Set<string>();
    for (const { name, language } of [...this.templates, ...this.replies]) {
      const key = `${name} ${language}`;
      if (seen.has(key)) throw fileInvalid(name, "two messages have this name", "Rename one of them.");
      seen.add(key);
    }
  }
}

async function loadTemplates(directory: string, stage: StageId): Promise<readonly MessageTemplate[]> {
  const templates = await loadFolder(directory, stage, templateMetadata, ({ category, ttlSeconds, header, footer, buttons }, source) => ({
    ...source,
    kind: "template" as const,
    stage,
    category,
    ttlSeconds,
    header: header?.[source.language] ?? null,
    footer: footer?.[source.language] ?? null,
    buttons,
  }));
  if (templates.length === 0) throw fileInvalid(stage, "the stage has no template", "Add one: each stage needs something to say.");
  return templates;
}

function loadReplies(directory: string): Promise<readonly SessionReply[]> {
  return loadFolder(directory, REPLIES, replyMetadata, ({ disclosesDebt }, source) => ({
    ...source,
    kind: "reply" as const,
    disclosesDebt,
  }));
}

async function loadFolder<Metadata extends CommonMetadata, M extends Message>(
  directory: string,
  folder: string,
  schema: z.ZodType<Metadata>,
  build: (metadata: Metadata, source: MessageSource) => M,
): Promise<readonly M[]> {
  const files = (await readdir(join(directory, folder))).sort();
  const read = (file: string) => readFile(join(directory, folder, file), "utf8");
  const messages: M[] = [];
  const known = new Set<string>();
  for (const file of files.filter((name) => name.endsWith(".json"))) {
    known.add(file);
    const metadata = readMetadata(await read(file), `${folder}/${file}`, schema);
    for (const language of LANGUAGES) {
      const source = `${basename(file, ".json")}.${language}.hbs`;
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
  if (stray) throw fileInvalid(`${folder}/${stray}`, "belongs to no message", "Name it <message>.json or <message>.<language>.hbs.");
  return messages;
}

function readMetadata<M>(text: string, file: string, schema: z.ZodType<M>): M {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw fileInvalid(file, `is not JSON (${error instanceof Error ? error.message : "unreadable"})`, "Correct the file.");
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw fileInvalid(file, z.prettifyError(parsed.error).replaceAll("\n", " "), "Correct the file.");
}

function variablesIn(metadata: CommonMetadata, language: Language): readonly VariableSpec[] {
  return Object.entries(metadata.variables).map(([name, spec]) => ({
    name,
    type: spec.type,
    example: isPerLanguage(spec.example) ? spec.example[language] : spec.example,
  }));
}

function isPerLanguage<T>(value: T | Record<Language, T>): value is Record<Language, T> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
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

function found<T extends Message>(messages: readonly T[], name: string, language: Language): T {
  const message = messages.find((candidate) => candidate.name === name && candidate.language === language);
  if (message) return message;
  throw notFound("template.not_found", `There is no message "${name}" in ${language}.`, { field: "template", params: { name, language } });
}

function fileInvalid(file: string, fault: string, remedy: string) {
  return invalid("template.file_invalid", `templates/${file}: ${fault}.`, { field: file, remedy });
}
