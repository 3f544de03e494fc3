import { Injectable } from "@nestjs/common";
import { invalid } from "../../shared/errors.js";
import { type Language, languageOf, type MessageTemplate, type SessionReply } from "./rules.js";
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
  template(name: string, locale: string): MessageTemplate {
    const language = this.language(locale);
    const found = this.library.templates.find((template) => template.name === name && template.language === language);
    if (!found) throw unknown(name);
    return found;
  }

  /** A free-form reply in the debtor's language. */
  reply(name: string, locale: string): SessionReply {
    const language = this.language(locale);
    const found = this.library.replies.find((reply) => reply.name === name && reply.language === language);
    if (!found) throw unknown(name);
    return found;
  }

  private language(locale: string): Language {
    const language = languageOf(locale);
    if (!language) {
      throw invalid("template.language_missing", `There are no templates in the language "${locale}".`, {
        remedy: "Set the debtor's language to es, pt-BR or en.",
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
