import { createHash } from "node:crypto";
import { Injectable } from "@nestjs/common";
import type { CalendarDate } from "../../shared/calendar.js";
import { type Money, sum } from "../../shared/money.js";
import type { HostMessageDraft } from "../host/index.js";
import { TemplateCatalogue } from "../templates/index.js";
import { bindParameters, debtMessage, type MessageContext, renderText, whatsAppName } from "../templates/rules.js";
import type { OwedDebt, Recipient } from "./recipients.view.js";

export interface Composed {
  /** Exactly what the debtor will read. */
  readonly text: string;
  /** SHA-256 of the text, hex; goes into the journal before the text leaves. */
  readonly hash: string;
  readonly template?: HostMessageDraft["template"];
  /** Reply buttons of an answer. */
  readonly buttons?: readonly string[];
  /** `name/locale`, the name as WhatsApp knows it; null for free text. */
  readonly templateKey: string | null;
  readonly debtIds: readonly number[];
  readonly debtPublicIds: readonly string[];
}

/** What a reply was queued with. */
export interface ReplyVariables {
  readonly values: MessageContext["values"];
  readonly buttons: readonly string[];
}

export type Nothing = { readonly nothing: "anchor_settled" | "nothing_owed" | "on_hold" };

/** Turns a planned step or a reply into words, in the debtor's language. */
@Injectable()
export class Composer {
  constructor(private readonly templates: TemplateCatalogue) {}

  /**
   * The debts that are due (or were, when the step counts towards a coming date), without those on hold. The step is moot when the debt
   * that led to it is no longer owed: its words may not fit what is left.
   */
  reminder(template: string, anchor: CalendarDate, asOf: CalendarDate, recipient: Recipient, creditor: string): Composed | Nothing {
    const until = anchor > asOf ? anchor : asOf;
    const debts = recipient.debts.filter((debt) => !debt.held && debt.dueDate <= until);
    if (debts.length === 0) return { nothing: "nothing_owed" };
    if (!debts.some((debt) => debt.dueDate === anchor)) {
      return { nothing: recipient.debts.some((debt) => debt.held && debt.dueDate === anchor) ? "on_hold" : "anchor_settled" };
    }
    const message = this.templates.template(template, recipient.locale);
    const context = debtMessage({
      locale: recipient.locale,
      asOf,
      creditor,
      name: addressed(recipient),
      debts: debts.map((debt) => ({
        reference: debt.reference,
        balance: { minor: debt.balanceMinor, currency: debt.currency },
        dueDate: debt.dueDate,
      })),
    });
    const bound = bindParameters(message, context);
    return {
      ...hashed(renderText(message, context)),
      template: { name: bound.name, language: bound.language, category: bound.category, processedParams: { ...bound.processed_params } },
      templateKey: `${whatsAppName(message)}/${message.language.locale}`,
      debtIds: debts.map((debt) => debt.id),
      debtPublicIds: debts.map((debt) => debt.publicId),
    };
  }

  /** A free-form answer inside the 24 hours after the debtor wrote; one that names an amount is moot when nothing is owed any more. */
  reply(template: string, recipient: Recipient, asOf: CalendarDate, { values, buttons }: ReplyVariables): Composed | Nothing {
    const reply = this.templates.reply(template, recipient.locale);
    const wanted = new Set(reply.variables.map((variable) => variable.name));
    const debts = payable(recipient.debts, asOf);
    if (wanted.has("amount") && debts.length === 0) return { nothing: "nothing_owed" };
    const known = { name: addressed(recipient), ...(wanted.has("amount") ? { amount: totalOf(debts) } : {}), ...values };
    const context = {
      locale: recipient.locale,
      asOf,
      values: Object.fromEntries(Object.entries(known).filter(([name]) => wanted.has(name))),
    };
    const offered = buttons.length > 0 ? { buttons } : {};
    return { ...hashed(renderText(reply, context)), ...offered, templateKey: null, debtIds: [], debtPublicIds: [] };
  }
}

/** What can be paid now, promised or not: what is due; when nothing is due yet, what falls due next. */
function payable(debts: readonly OwedDebt[], asOf: CalendarDate): readonly OwedDebt[] {
  const open = debts.filter((debt) => debt.payable);
  const until = open.reduce((first, debt) => (debt.dueDate < first ? debt.dueDate : first), open[0]?.dueDate ?? asOf);
  return open.filter((debt) => debt.dueDate <= (until > asOf ? until : asOf));
}

/** One amount a currency. */
function totalOf(debts: readonly OwedDebt[]): readonly Money[] {
  return [...Map.groupBy(debts, (debt) => debt.currency)].map(([currency, own]) =>
    sum(
      currency,
      own.map((debt) => ({ minor: debt.balanceMinor, currency })),
    ),
  );
}

/** People are addressed by their first name, companies by their whole one: the first word of it may be no more than "Distribuciones". */
function addressed({ name, company }: Recipient): string {
  const words = name.trim().split(/\s+/);
  return company ? words.join(" ") : words[0]!;
}

function hashed(text: string): { text: string; hash: string } {
  return { text, hash: createHash("sha256").update(text, "utf8").digest("hex") };
}
