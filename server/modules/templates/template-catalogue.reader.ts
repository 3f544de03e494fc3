import { Injectable } from "@nestjs/common";
import { invalid } from "../../shared/errors.js";
import { type Locale, spokenFor } from "../../shared/locale.js";
import type { MessageLanguage, MessageTemplate, SessionReply } from "./rules.js";
import { TemplateLibrary } from "./template-library.adapter.js";

/** The templates of this installation, as loaded and proven at start. */
@Injectable()
export class TemplateCatalogue {
  constructor(private readonly library: TemplateLibrary) {}

  all(): readonly MessageTemplate[] {
    return this.library.templates;
  }

  /** `3`: the newest version over all languages. @throws DomainError `template.unknown` */
  versionOf(name: string): string {
    const versions = this.library.templates.filter((template) => template.name === name).map((template) => template.version);
    if (versions.length === 0) throw unknown(name);
    return String(Math.max(...versions));
  }

  /** The template in the debtor's language. @throws DomainError `template.unknown`, `template.language_missing` */
  template(name: string, locale: Locale): MessageTemplate {
    const language = this.language(locale);
    const found = this.library.templates.find((template) => template.name === name && template.language === language);
    if (!found) throw unknown(name);
    return found;
  }

  /** A free-form reply in the debtor's language. */
  reply(name: string, locale: Locale): SessionReply {
    const language = this.language(locale);
    const found = this.library.replies.find((reply) => reply.name === name && reply.language === language);
    if (!found) throw unknown(name);
    return found;
  }

  /** Every language that debtors can be written to in. */
  languages(): readonly MessageLanguage[] {
    return this.library.languages;
  }

  /** The language to write in for a locale, or null when there is none. */
  languageFor(locale: Locale): MessageLanguage | null {
    return spokenFor(locale, this.library.languages);
  }

  private language(locale: Locale): MessageLanguage {
    const language = this.languageFor(locale);
    if (!language) {
      throw invalid("template.language_missing", `There are no templates in the language "${locale}".`, {
        remedy: `Set the debtor's language to one of ${this.library.languages.map((known) => known.locale).join(", ")}.`,
      });
    }
    return language;
  }
}

function unknown(name: string) {
  return invalid("template.unknown", `There is no template "${name}".`, {
    remedy: "Check the name in the cadence step against the folder templates/.",
  });
}
