import type { Mess } from "./mess.js";
import type { GeneratedConsent, GeneratedCountry, GeneratedDebtor } from "./portfolio-row.js";

type Language = Exclude<Mess["headers"], "fields">;
type Words = Readonly<Record<string, string>>;

const WORDS: Readonly<Record<Language, Words>> = {
  es: {
    CO: "Colombia",
    MX: "México",
    BR: "Brasil",
    es: "Español",
    "pt-BR": "Portugués",
    person: "Persona natural",
    company: "Persona jurídica",
    employed: "Empleado",
    self_employed: "Independiente",
    retired: "Pensionado",
    unemployed: "Desempleado",
    student: "Estudiante",
    withdrawn: "No",
    whatsapp: "Sí",
    "whatsapp+call": "WhatsApp y llamada",
  },
  pt: {
    CO: "Colômbia",
    MX: "México",
    BR: "Brasil",
    es: "Espanhol",
    "pt-BR": "Português",
    person: "Pessoa física",
    company: "Pessoa jurídica",
    employed: "Empregado",
    self_employed: "Autônomo",
    retired: "Aposentado",
    unemployed: "Desempregado",
    student: "Estudante",
    withdrawn: "Não",
    whatsapp: "Sim",
    "whatsapp+call": "WhatsApp e ligação",
  },
  en: {
    CO: "Colombia",
    MX: "Mexico",
    BR: "Brazil",
    es: "Spanish",
    "pt-BR": "Portuguese",
    person: "Individual",
    company: "Company",
    employed: "Employed",
    self_employed: "Self-employed",
    retired: "Retired",
    unemployed: "Unemployed",
    student: "Student",
    withdrawn: "No",
    whatsapp: "Yes",
    "whatsapp+call": "WhatsApp and call",
  },
};

/** Cells that hold one of a few meanings, as a file of that language says them; with `fields`, the codes themselves. */
export class CellWords {
  private readonly words: Words;
  /** ISO 3166-2 codes are Saldo's; an ERP writes the state's name. */
  readonly statesByName: boolean;

  constructor(language: Mess["headers"]) {
    this.words = language === "fields" ? {} : WORDS[language];
    this.statesByName = language !== "fields";
  }

  of(code: GeneratedCountry | GeneratedDebtor["language" | "kind" | "employment"]): string {
    return code === null ? "" : this.say(code);
  }

  consent({ given, channels }: GeneratedConsent): string {
    if (given === "unknown") return "";
    return given === "withdrawn" ? (this.words["withdrawn"] ?? "no") : this.say(channels.join("+"));
  }

  private say(code: string): string {
    return this.words[code] ?? code;
  }
}
