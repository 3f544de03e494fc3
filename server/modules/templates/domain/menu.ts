import { LANGUAGES, type Language } from "./language.js";

/** What a debtor can mean by pressing a button. Templates name intents; the words are here and nowhere else. */
export const INTENTS = [
  "pay_now",
  "already_paid",
  "remind_me",
  "question",
  "talk_to_person",
  "more_time",
  "payment_plan",
  "dispute",
  "wrong_person",
  "opt_out",
] as const;

export type Intent = (typeof INTENTS)[number];

interface Title {
  /** What the button says: at most 20 characters, so that it also fits an interactive message. */
  readonly title: string;
  /** Titles of earlier versions. They stay understood for ever: an old message keeps its buttons on the debtor's phone. */
  readonly also?: readonly string[];
}

/** The word each message tells the debtor to answer to stop. Written in capitals, the only capitals a message may have. */
export const STOP_WORD: Readonly<Record<Language, string>> = { es: "BAJA", pt_BR: "PARAR", en: "STOP" };

/**
 * The helpdesk hands us the plain title of a pressed button, no payload and no id (Chatwoot 4.16), so a title means one intent,
 * in its language and across languages. A test holds the table to that.
 */
export const MENU: Readonly<Record<Intent, Readonly<Record<Language, Title>>>> = {
  pay_now: { es: { title: "Pagar ahora" }, pt_BR: { title: "Pagar agora" }, en: { title: "Pay now" } },
  already_paid: { es: { title: "Ya pagué" }, pt_BR: { title: "Já paguei" }, en: { title: "I already paid" } },
  remind_me: { es: { title: "Recordarme después" }, pt_BR: { title: "Lembrar depois" }, en: { title: "Remind me later" } },
  question: { es: { title: "Tengo una pregunta" }, pt_BR: { title: "Tenho uma dúvida" }, en: { title: "I have a question" } },
  talk_to_person: { es: { title: "Hablar con alguien" }, pt_BR: { title: "Falar com alguém" }, en: { title: "Talk to a person" } },
  more_time: { es: { title: "Pedir más tiempo" }, pt_BR: { title: "Pedir mais prazo" }, en: { title: "Ask for more time" } },
  payment_plan: { es: { title: "Plan de pagos" }, pt_BR: { title: "Plano de pagamento" }, en: { title: "Payment plan" } },
  dispute: { es: { title: "No estoy de acuerdo" }, pt_BR: { title: "Não concordo" }, en: { title: "I do not agree" } },
  wrong_person: { es: { title: "Número equivocado" }, pt_BR: { title: "Número errado" }, en: { title: "Wrong number" } },
  opt_out: {
    es: { title: "No más mensajes", also: [STOP_WORD.es] },
    pt_BR: { title: "Parar mensagens", also: [STOP_WORD.pt_BR] },
    en: { title: "Stop messages", also: [STOP_WORD.en] },
  },
};

export function titleOf(intent: Intent, language: Language): string {
  return MENU[intent][language].title;
}

/** Letter case, accents, edge punctuation and spacing do not change what a person meant. */
export function foldTitle(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/^[\s\p{P}]+|[\s\p{P}]+$/gu, "");
}

const INTENT_BY_TITLE: Readonly<Record<Language, ReadonlyMap<string, Intent>>> = {
  es: titlesIn("es"),
  pt_BR: titlesIn("pt_BR"),
  en: titlesIn("en"),
};

/**
 * What a message means when its whole text is a button's title, pressed or typed by hand; null for anything else.
 * The language is a preference: a debtor whose language was corrected may still press a button of an older message.
 */
export function intentOfTitle(title: string, language: Language): Intent | null {
  const folded = foldTitle(title);
  for (const candidate of [language, ...LANGUAGES]) {
    const intent = INTENT_BY_TITLE[candidate].get(folded);
    if (intent) return intent;
  }
  return null;
}

function titlesIn(language: Language): ReadonlyMap<string, Intent> {
  const titles = new Map<string, Intent>();
  for (const intent of INTENTS) {
    const { title, also = [] } = MENU[intent][language];
    for (const text of [title, ...also]) titles.set(foldTitle(text), intent);
  }
  return titles;
}
