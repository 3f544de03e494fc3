import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { IntlMessageFormat } from "intl-messageformat";

type Group = Readonly<Record<string, string>>;
type Texts = ReadonlyMap<string, Group>;
/** What a text is filled with. A value that is not known is said as nothing. */
export type Values = Readonly<Record<string, string | number>>;

interface Message {
  readonly format: (values: Values) => string;
  /** Every value the text names, empty. */
  readonly blank: Values;
}

/** Where the modules lie, in the sources as in the build. */
export const MODULES = fileURLToPath(new URL("../../modules/", import.meta.url));
/** The language in which a text stands that another language lacks. */
const SOURCE = "en";
/** Beside the languages lies what holds in each of them. */
const KINDS = "kinds";
const WORDS = "words";

/**
 * The server's texts for people: ICU messages in files `words/LOCALE.json` beside the module, or the part of one, that they are of, in groups, by key. A language is
 * there when its files are; nothing else names it.
 */
export class Words {
  private readonly compiled = new Map<string, Message>();

  private constructor(
    private readonly texts: ReadonlyMap<string, Texts>,
    /** The kind each type of record is of. */
    readonly kinds: ReadonlyMap<string, string>,
  ) {}

  /** Reads the folders `words` of every module in these folders. */
  static read(...modules: readonly string[]): Words {
    const texts = new Map<string, Map<string, Record<string, string>>>();
    const kinds = new Map<string, string>();
    for (const folder of modules.flatMap(wordFolders)) {
      for (const name of readdirSync(folder)
        .filter((file) => file.endsWith(".json"))
        .toSorted()) {
        const file = JSON.parse(readFileSync(join(folder, name), "utf8")) as Readonly<Record<string, Group>> | Group;
        const locale = name.slice(0, -".json".length);
        if (locale === KINDS) for (const [type, kind] of Object.entries(file as Group)) kinds.set(type, kind);
        else add(texts, locale, file as Readonly<Record<string, Group>>);
      }
    }
    return new Words(texts, kinds);
  }

  locales(): string[] {
    return [...this.texts.keys()].toSorted();
  }

  /** Every text of a group in the source language, by key. */
  group(name: string): Group {
    return this.texts.get(SOURCE)?.get(name) ?? {};
  }

  /** Names of the values a text is filled with. */
  placesOf(group: string, key: string, locale: string): string[] {
    return Object.keys(this.message(group, key, locale)?.blank ?? {}).toSorted();
  }

  /** @returns the text, filled with the values it names; null where nobody wrote it */
  say(group: string, key: string, locale: string, values: Values = {}): string | null {
    const message = this.message(group, key, locale);
    if (!message) return null;
    // A name that ends in a full stop ("Ltda.") ends the sentence as well.
    return message.format({ ...message.blank, ...values }).replace(/(?<!\.)\.\.(?!\.)/g, ".");
  }

  /** The text where one is sure to be written (a test looks); of a newer version's code the code itself. */
  text(group: string, key: string, locale: string, values: Values = {}): string {
    return this.say(group, key, locale, values) ?? key;
  }

  private message(group: string, key: string, locale: string): Message | undefined {
    const spoken = this.textOf(group, key, locale) === undefined ? SOURCE : locale;
    const text = this.textOf(group, key, spoken);
    if (text === undefined) return undefined;
    const place = JSON.stringify([spoken, group, key]);
    const known = this.compiled.get(place) ?? compile(text, spoken);
    this.compiled.set(place, known);
    return known;
  }

  private textOf(group: string, key: string, locale: string): string | undefined {
    const texts = this.texts.get(locale)?.get(group);
    return texts && Object.hasOwn(texts, key) ? texts[key] : undefined;
  }
}

function compile(text: string, locale: string): Message {
  const message = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  const places = new Set<string>();
  collect(message.getAst(), places);
  return {
    format: (values) => message.format(values) as string,
    blank: Object.fromEntries([...places].map((place) => [place, ""])),
  };
}

/** Beside the module, or beside a part of it that has a folder of its own. */
function wordFolders(modules: string): string[] {
  const folders = foldersIn(modules);
  return [...folders, ...folders.flatMap(foldersIn)]
    .filter((folder) => basename(folder) !== WORDS)
    .flatMap((folder) => foldersIn(folder).filter((inside) => basename(inside) === WORDS))
    .toSorted();
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name));
}

/** @throws Error where two modules say the same; one of them would never be heard */
function add(texts: Map<string, Map<string, Record<string, string>>>, locale: string, file: Readonly<Record<string, Group>>): void {
  const groups = texts.get(locale) ?? new Map<string, Record<string, string>>();
  texts.set(locale, groups);
  for (const [name, group] of Object.entries(file)) {
    const known = groups.get(name) ?? {};
    const twice = Object.keys(group).find((key) => Object.hasOwn(known, key));
    if (twice !== undefined) throw new Error(`"${twice}" of ${name} is said twice in ${locale}`);
    groups.set(name, Object.assign(known, group));
  }
}

function collect(parts: ReturnType<IntlMessageFormat["getAst"]>, places: Set<string>): void {
  for (const part of parts) {
    if ("value" in part && Number(part.type) !== LITERAL) places.add(part.value);
    if ("options" in part) for (const option of Object.values(part.options)) collect(option.value, places);
  }
}

/** Of the parser's kinds of elements, the one whose value is text and no name. */
const LITERAL = 0;
