import type { ImportField, ImportKind } from "../../../../shared/import-fields.js";

/**
 * Headers as they are met in es, pt and en, written as plain words.
 * `amount` means the principal in a file of debts and the sum paid in a file of payments.
 */
const NAMES: Readonly<Record<ImportKind, Readonly<Partial<Record<ImportField, string>>>>> = {
  debts: {
    external_id: `debtor id, debtor, customer id, customer number, customer, client id, id cliente, cliente id, codigo cliente,
      codigo de cliente, codigo del cliente, numero de cliente, nro cliente, id deudor, codigo deudor, cod cliente,
      codigo do cliente, id do cliente, numero do cliente, id devedor, codigo do devedor`,
    name: `full name, customer name, debtor name, client name, nombre, nombre completo, nombres y apellidos, nombre cliente,
      nombre del cliente, nombre deudor, nombre del deudor, razon social, nome, nome completo, nome do cliente,
      nome do devedor, razao social`,
    phone: `phone number, mobile, mobile phone, cell, cell phone, whatsapp, telephone, telefono, telefono movil, telefono celular,
      celular, movil, numero de telefono, numero celular, telefone, telefone celular, telemovel, numero de telefone, fone`,
    country: "country code, pais, codigo pais, codigo de pais, codigo do pais",
    subdivision: `state, state code, estado, codigo estado, estado cliente, estado del cliente, estado de residencia, estado residencia,
      entidad federativa, uf, sigla uf, uf cliente, uf do cliente, estado uf, estado do cliente`,
    language: "lang, idioma, lengua, lingua",
    document: `document number, personal id, national id, tax id, id number, documento, numero de documento, nro documento,
      numero documento, cedula, cedula de ciudadania, nit, rut, run, dni, rfc, curp, ruc, cpf, cnpj, cpf cnpj,
      numero do documento, identificacion, numero de identificacion, no identificacion`,
    kind: `customer type, debtor type, person type, tipo, tipo de cliente, tipo cliente, tipo de persona, tipo persona,
      tipo de pessoa`,
    consent: `authorised channel, authorized channel, authorised channels, authorized channels, opt in, optin, consentimiento,
      autorizacion, canal autorizado, canales autorizados, autoriza whatsapp, autoriza wsp, acepta whatsapp, permite whatsapp,
      whatsapp autorizado, autorizacion whatsapp, autorizacao whatsapp, consentimiento whatsapp, consentimento whatsapp, autoriza contacto, consentimento, autorizacao,
      canais autorizados`,
    consent_source: `authorisation source, authorization source, origen consentimiento, origen del consentimiento, fuente consentimiento,
      fuente de la autorizacion, fuente autorizacion, origen autorizacion, origem consentimento, origem do consentimento,
      fonte da autorizacao`,
    consent_date: `authorisation date, authorization date, opt in date, fecha consentimiento, fecha de consentimiento,
      fecha del consentimiento, fecha autorizacion, fecha de autorizacion, data consentimento, data do consentimento,
      data da autorizacao, data autorizacao`,
    reference: `debt reference, debt, debt id, invoice, invoice number, loan, loan number, loan id, account number, contract,
      contract number, referencia, factura, numero de factura, numero factura, nro factura, no factura, credito,
      numero de credito, numero credito, nro credito, obligacion, numero de obligacion, numero obligacion, prestamo,
      numero de prestamo, pagare, contrato, numero de contrato, cuota, fatura, numero da fatura, numero do contrato,
      numero do titulo, titulo, emprestimo, boleto, nota fiscal`,
    product: `product name, portfolio, producto, linea, linea de credito, tipo de credito, cartera, produto, carteira,
      linha de credito`,
    principal: `amount, original amount, principal amount, loan amount, invoice amount, total, total amount, monto, monto original,
      monto total, valor, valor original, valor total, valor factura, valor credito, capital, importe, importe total, montante,
      valor principal, valor da fatura`,
    balance: `outstanding, outstanding balance, amount due, balance due, saldo, saldo pendiente, saldo actual, saldo total,
      saldo vencido, saldo capital, monto pendiente, monto adeudado, valor adeudado, deuda, saldo devedor, saldo pendente,
      valor em aberto, saldo em aberto`,
    currency: "currency code, moneda, divisa, codigo moneda, moeda, codigo da moeda",
    due_date: `due, date due, maturity, maturity date, payment due date, fecha vencimiento, fecha de vencimiento, fecha del vencimiento,
      vencimiento, vence, fecha limite, fecha limite de pago, fecha de pago, data vencimento, data de vencimento,
      data do vencimento, vencimento`,
    employment: `employment status, occupation, job, ocupacion, situacion laboral, empleo, tipo de empleo, actividad, actividad economica,
      ocupacao, situacao profissional, situacao de emprego, emprego, profissao`,
    instalment: `emi, installment, monthly instalment, monthly installment, instalment amount, installment amount, cuota mensual, valor cuota,
      valor de la cuota, monto cuota, mensualidad, pago mensual, parcela, parcela mensal, valor parcela, valor da parcela, prestacao,
      prestacao mensal`,
    credit_date: `loan date, disbursement date, origination date, granted on, issue date, invoice date, fecha credito, fecha del credito,
      fecha de credito, fecha desembolso, fecha de desembolso, fecha otorgamiento, fecha de otorgamiento, fecha factura,
      fecha de la factura, fecha de emision, data credito, data do credito, data da contratacao, data contratacao, data de contratacao,
      data da concessao, data de emissao`,
    document_type: `document kind, doc type, document class, transaction type, entry type, posting type, tipo documento, tipo de documento,
      tipo doc, tipo dcto, clase documento, clase de documento, clase doc, tipo comprobante, tipo de comprobante, tipo transaccion,
      tipo de transaccion, tipo movimiento, tipo de movimiento, tipo de factura, tipo do documento, tipo do titulo, tipo titulo,
      tipo lancamento, tipo de lancamento, especie, especie do documento`,
    source: "system, source system, sistema, sistema origen, sistema de origen, origen, origem, sistema origem, sistema de origem",
  },
  payments: {
    payment_id: `payment number, payment, transaction id, transaction, receipt, receipt number, id pago, id de pago, id del pago,
      numero de pago, pago, recibo, numero de recibo, nro recibo, comprobante, numero de comprobante, transaccion,
      id transaccion, id pagamento, id do pagamento, numero do pagamento, pagamento, comprovante, transacao, id transacao`,
    amount: `payment amount, paid, amount paid, total, monto, monto pagado, monto pago, valor, valor pagado, valor pago, importe,
      importe pagado, valor do pagamento, valor recebido, montante`,
    value_date: `date, payment date, paid on, paid at, fecha, fecha pago, fecha de pago, fecha del pago, fecha valor, fecha de recaudo,
      data, data pagamento, data do pagamento, data de pagamento, data valor`,
  },
};

/** A payment names its debt and debtor under the headers a file of debts has for them. */
const SHARED: ReadonlySet<ImportField> = new Set<ImportField>(["reference", "external_id", "currency"]);

/** Header words of each field, the field's own name first. */
export function columnNames(kind: ImportKind, fields: readonly ImportField[]): (readonly [ImportField, readonly string[]])[] {
  return fields.map((field) => {
    const names = NAMES[kind === "payments" && SHARED.has(field) ? "debts" : kind][field] ?? "";
    return [field, [field, ...names.split(",").map((name) => name.trim())].filter(Boolean)] as const;
  });
}
