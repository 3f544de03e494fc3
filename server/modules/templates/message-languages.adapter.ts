import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { LOCALE_TAG } from "../../shared/locale.js";
import { FORBIDDEN_REASONS } from "./domain/forbidden.js";
import type { MessageLanguage } from "./domain/language.js";
import { INTENTS } from "./domain/menu.js";
import { NO_REPLY_WORDS, type ReplyWords } from "./domain/reply-words.js";
import { fileInvalid, readJson } from "./template-file.adapter.js";

/** Folder of the languages, beside one folder a stage: `<locale>.json` each. */
export const LANGUAGES_FOLDER = "languages";
/** Folder of what debtors say in their own words: `<locale>.json` each, for the languages whose words have been collected. */
const REPLIES_FOLDER = "replies";

const words = z.array(z.string().min(1));
const wordSet = words.transform((list): ReadonlySet<string> => new Set(list));
const spellings = z.array(words.min(1));

const language = z.strictObject({
  samples: z.strictObject({
    locale: z.string().regex(LOCALE_TAG),
    money: z.array(z.strictObject({ minor: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) })).min(1),
  }),
  stop: z.strictObject({ word: z.string().regex(/^\p{Lu}{3,}$/u, "one word in capitals"), footer: z.string() }),
  optOut: z.strictObject({
    alone: words.min(1),
    polite: words,
    wishes: words.min(1),
    limits: words,
    deregistrations: words,
    contracts: words,
    negations: words,
    subjects: words,
    conditions: words,
    filling: words,
  }),
  buttons: z.record(z.enum(INTENTS), z.string().min(1).max(20)),
  earlierButtons: z.partialRecord(z.enum(INTENTS), words),
  accounts: z.strictObject({ one: z.string(), many: z.string(), more: z.string() }),
  days: z.strictObject({
    titles: z.strictObject({ weekdays: words.length(7), months: words.length(12) }),
    weekdays: spellings.length(7),
    months: spellings.length(12),
    relative: z.array(z.strictObject({ words, days: z.int().min(0) })),
    inDays: z.strictObject({ before: wordSet, after: wordSet }),
    dayMarks: wordSet,
    filling: wordSet,
    dayFirst: z.boolean(),
  }),
  wording: z.strictObject({ person: words, interest: words, debt: words, forbidden: z.record(z.enum(FORBIDDEN_REASONS), words) }),
});

const replies = z.strictObject({
  short: z.record(z.string(), z.string().min(1)),
  negations: words,
  known: words,
  nods: words,
  aroundNods: words,
  concepts: z.record(z.string(), words.min(1)),
  rules: z.record(z.string(), words.min(1)),
});

/**
 * The languages debtors are written to in, by name. A language is there when its file is; then every message must be there in it.
 *
 * @throws DomainError `template.file_invalid` naming file and remedy
 */
export function readLanguages(directory: string): readonly MessageLanguage[] {
  const others = new Map<string, MessageLanguage[]>();
  const languages = readdirSync(join(directory, LANGUAGES_FOLDER)).map((file): MessageLanguage => {
    const path = `${LANGUAGES_FOLDER}/${file}`;
    const locale = basename(file, ".json");
    if (!file.endsWith(".json") || !LOCALE_TAG.test(locale)) throw fileInvalid(path, "is no language", "Name it <locale>.json.");
    const rest: MessageLanguage[] = [];
    others.set(locale, rest);
    const spoken = readJson(readFileSync(join(directory, path), "utf8"), path, language);
    return { locale, ...spoken, replies: readReplies(directory, locale), others: rest };
  });
  languages.sort((a, b) => (a.locale < b.locale ? -1 : 1));
  for (const one of languages) others.get(one.locale)?.push(...languages.filter((other) => other !== one));
  return languages;
}

function readReplies(directory: string, locale: string): ReplyWords {
  const path = `${REPLIES_FOLDER}/${locale}.json`;
  if (!existsSync(join(directory, path))) return NO_REPLY_WORDS;
  const text = readFileSync(join(directory, path), "utf8");
  return { ...readJson(text, path, replies), version: createHash("sha256").update(text).digest("hex").slice(0, 12) };
}
