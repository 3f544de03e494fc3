import type { Random } from "../../platform/crypto/randomness.js";
import { pick } from "./chance.js";
import type { Mess } from "./mess.js";

/** Columns of the file, in order. The last six are what segments are made of. */
export const COLUMNS = [
  "external_id",
  "name",
  "kind",
  "phone",
  "country",
  "language",
  "consent",
  "consent_source",
  "consent_date",
  "reference",
  "product",
  "principal",
  "balance",
  "currency",
  "due_date",
  "subdivision",
  "city",
  "employment",
  "emi",
  "term_months",
  "credit_date",
] as const;
export type Column = (typeof COLUMNS)[number];
export type Cells = Record<Column, string>;

type Variants = Readonly<Record<Column, readonly string[]>>;

/** As ERPs of each language head their exports. */
export const HEADERS: Readonly<Record<Exclude<Mess["headers"], "fields">, Variants>> = {
  es: {
    external_id: ["Código cliente", "Id Cliente", "Nro. Cliente"],
    name: ["Nombre completo", "Nombres y apellidos", "Razón social"],
    kind: ["Tipo de cliente", "Tipo persona"],
    phone: ["Celular", "Teléfono móvil", "Número de teléfono"],
    country: ["País", "Código país"],
    language: ["Idioma"],
    consent: ["Autoriza WhatsApp", "Canal autorizado"],
    consent_source: ["Fuente autorización", "Origen del consentimiento"],
    consent_date: ["Fecha de autorización", "Fecha consentimiento"],
    reference: ["Número de crédito", "Obligación", "Nro. Factura"],
    product: ["Producto", "Línea de crédito"],
    principal: ["Monto original", "Valor crédito", "Capital"],
    balance: ["Saldo", "Saldo pendiente", "Valor adeudado"],
    currency: ["Moneda", "Divisa"],
    due_date: ["Fecha de vencimiento", "Vencimiento", "Fecha límite de pago"],
    subdivision: ["Estado", "Entidad federativa"],
    city: ["Ciudad", "Municipio"],
    employment: ["Situación laboral", "Ocupación"],
    emi: ["Valor cuota", "Cuota mensual"],
    term_months: ["Plazo (meses)"],
    credit_date: ["Fecha del crédito", "Fecha de desembolso"],
  },
  pt: {
    external_id: ["Código do cliente", "ID do cliente"],
    name: ["Nome completo", "Nome do devedor", "Razão social"],
    kind: ["Tipo de pessoa"],
    phone: ["Telefone celular", "Celular", "Telefone"],
    country: ["País", "Código do país"],
    language: ["Idioma", "Língua"],
    consent: ["Consentimento", "Canais autorizados"],
    consent_source: ["Origem do consentimento", "Fonte da autorização"],
    consent_date: ["Data do consentimento", "Data da autorização"],
    reference: ["Número do contrato", "Título", "Nota fiscal"],
    product: ["Produto", "Linha de crédito"],
    principal: ["Valor original", "Valor principal", "Montante"],
    balance: ["Saldo devedor", "Valor em aberto"],
    currency: ["Moeda", "Código da moeda"],
    due_date: ["Data de vencimento", "Vencimento"],
    subdivision: ["Estado", "UF"],
    city: ["Cidade", "Município"],
    employment: ["Situação profissional", "Ocupação"],
    emi: ["Valor da parcela", "Parcela mensal"],
    term_months: ["Prazo (meses)"],
    credit_date: ["Data do crédito", "Data da contratação"],
  },
  en: {
    external_id: ["Customer ID", "Customer number", "Debtor ID"],
    name: ["Full name", "Customer name"],
    kind: ["Customer type"],
    phone: ["Mobile phone", "Phone number", "WhatsApp"],
    country: ["Country", "Country code"],
    language: ["Language", "Lang"],
    consent: ["Opt-in", "Authorised channel"],
    consent_source: ["Authorisation source"],
    consent_date: ["Opt-in date", "Authorization date"],
    reference: ["Loan number", "Invoice number", "Debt reference"],
    product: ["Product name", "Product"],
    principal: ["Original amount", "Loan amount"],
    balance: ["Outstanding balance", "Balance due"],
    currency: ["Currency code", "Currency"],
    due_date: ["Due date", "Payment due date"],
    subdivision: ["State"],
    city: ["City"],
    employment: ["Employment status"],
    emi: ["EMI", "Monthly instalment"],
    term_months: ["Term (months)"],
    credit_date: ["Credit date", "Disbursement date"],
  },
};

/** One header a column, as one ERP writes them: a variant each, all in capitals or with underscores at times. */
export function headersOf(random: Random, language: Mess["headers"]): Cells {
  const respell = language === "fields" ? (header: string) => header : pick(random, [asIs, capitals, underscored]);
  const named = COLUMNS.map((column) => [column, respell(language === "fields" ? column : pick(random, HEADERS[language][column]))]);
  return Object.fromEntries(named) as Cells;
}

const asIs = (header: string) => header;
const capitals = (header: string) => header.toUpperCase();
const underscored = (header: string) =>
  header
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replaceAll(" ", "_");
