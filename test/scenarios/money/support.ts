import { TWELVE_DAYS_LATE } from "../../support/debts-file.js";
import { type Desk, openDesk } from "../../support/desk.js";

/** Columns of a creditor's export, as the ones of the region head them. */
export const HEADER =
  "id cliente;nombre;telefono;pais;autoriza whatsapp;origen consentimiento;fecha consentimiento;factura;saldo;moneda;vencimiento;idioma;tipo cliente;estado;monto";

export interface Cells {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly country: string;
  readonly consent: string;
  readonly source: string;
  readonly consentOn: string;
  readonly reference: string;
  readonly balance: string;
  readonly currency: string;
  readonly dueDate: string;
  readonly language: string;
  readonly kind: string;
  readonly state: string;
  readonly principal: string;
}

export function row(cells: Partial<Cells> & Pick<Cells, "id">): string {
  const plain: Cells = {
    name: `Deudor ${cells.id}`,
    phone: `300555${String(1000 + numberOf(cells.id)).slice(-4)}`,
    country: "CO",
    consent: "whatsapp",
    source: "contrato",
    consentOn: "2026-01-10",
    reference: `R-${cells.id}`,
    balance: "100000",
    currency: "COP",
    dueDate: TWELVE_DAYS_LATE,
    language: "",
    kind: "",
    state: "",
    principal: "",
    ...cells,
  };
  const { id, name, phone, country, consent, source, consentOn, reference, balance, currency, dueDate } = plain;
  const { language, kind, state, principal } = plain;
  const first = [id, name, phone, country, consent, source, consentOn, reference, balance, currency, dueDate];
  return [...first, language, kind, state, principal].join(";");
}

export function csv(...rows: readonly string[]): string {
  return [HEADER, ...rows].join("\n");
}

export interface ImportAnswer {
  readonly id: string;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly warned: number;
  readonly held: number;
  readonly released: number;
}

export interface MoneyDesk extends Desk {
  import(text: string, options?: object): Promise<ImportAnswer>;
  /** Sending is on and everything that falls due now has left. */
  remind(): Promise<void>;
  /** Texts that reached somebody of this name. */
  told(name: string): string[];
}

export async function moneyDesk(): Promise<MoneyDesk> {
  const desk = await openDesk();
  return Object.assign(desk, {
    async import(text: string, options: object = {}) {
      const answer = await desk.admin.call<ImportAnswer>("POST", "/api/imports", { kind: "debts", fileName: "f.csv", text, ...options });
      await desk.clock.runFor(2_000);
      return answer;
    },
    async remind() {
      await desk.turnOn();
      await desk.clock.runFor(60_000);
    },
    told: (name: string) => desk.sent().flatMap(({ content }) => (content.includes(name) ? [content] : [])),
  });
}

/** Four digits that differ for the ids of one test. */
function numberOf(id: string): number {
  let sum = 7;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 8999;
  return sum;
}
