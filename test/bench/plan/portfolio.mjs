import { ACCOUNT, addAccount } from "../harness/account.mjs";
import { DAY, NOW } from "../harness/saldo.mjs";

const DEBTORS_PER_DEBT = 0.7;
const BATCH = 50_000;

/** A number from 0 to `below` − 1 that depends on a row and on nothing else. */
const dice = (what, below) => `(conv(left(md5(concat('${what}', n)), 8), 16, 10) % ${below})`;

/** Sealed values as long as real ones; planning does not read them, but has to step over them. */
const SEALED = `repeat('s', ${Math.ceil(((24 + 28) * 4) / 3)})`;

const DEBTOR = `
  insert into debtor (id, account_id, public_id, external_id, kind, employment, name_sealed, language, country, subdivision, zones,
                      ambiguous_number, created_at, updated_at)
  select n, ${ACCOUNT}, concat('01933f01-0000-7000-8000-', lpad(hex(n), 12, '0')), concat('C-', lpad(n, 8, '0')),
         if(${dice("kind", 100)} < 6, 'company', 'person'),
         elt(1 + ${dice("employment", 6)}, 'employed', 'employed', 'employed', 'self_employed', 'unemployed', null),
         ${SEALED},
         if(${dice("country", 20)} < 6, 'pt-BR', 'es'), elt(1 + ${dice("country", 20)} div 6, 'BR', 'MX', 'CO', 'CO'), null,
         elt(1 + ${dice("country", 20)} div 6, '["America/Sao_Paulo"]', '["America/Mexico_City"]', '["America/Bogota"]', '["America/Bogota"]'),
         0, ${NOW}, ${NOW}
    from (select seq as n from seq_{first}_to_{last}) numbers`;

/**
 * Days a debt is past due. Most are young, as in a portfolio that is collected: a third not due yet, few beyond a year.
 * Even inside a stage, so that every step of every cadence has its share.
 */
const LATE = `(case when ${dice("stage", 100)} < 30 then -1 - ${dice("late", 30)}
                    when ${dice("stage", 100)} < 33 then 0
                    when ${dice("stage", 100)} < 65 then 1 + ${dice("late", 30)}
                    when ${dice("stage", 100)} < 85 then 31 + ${dice("late", 60)}
                    else 91 + ${dice("late", 365)} end)`;
const AMOUNT = `(100000 + ${dice("amount", 9_000_000)})`;
const PAID = `(${dice("paid", 100)} < 8)`;

/** Nine of ten debts came with their debtor's first file and lie beside each other; the tenth belongs to anybody. */
const debt = (debtors) => `
  insert into debt (id, account_id, public_id, debtor_id, source, reference, product, principal_minor, balance_minor, reported_minor, currency,
                    due_date, instalment_minor, credit_date, status, created_at, updated_at)
  select n, ${ACCOUNT}, concat('01933f02-0000-7000-8000-', lpad(hex(n), 12, '0')),
         if(${dice("scattered", 10)} = 0, 1 + ${dice("owner", debtors)}, least(${debtors}, 1 + floor((n - 1) * ${DEBTORS_PER_DEBT}))),
         'file', concat('R-', lpad(n, 8, '0')), elt(1 + ${dice("product", 3)}, 'Crédito de consumo', 'Tarjeta de crédito', 'Crédito de libranza'),
         ${AMOUNT} * 2, if(${PAID}, 0, ${AMOUNT}), if(${PAID}, 0, ${AMOUNT}), elt(1 + ${dice("currency", 3)}, 'COP', 'MXN', 'BRL'),
         date_format(date_sub('${DAY}', interval ${LATE} day), '%Y-%m-%d'),
         ${AMOUNT} div 12, date_format(date_sub('${DAY}', interval 400 + ${dice("credit", 700)} day), '%Y-%m-%d'),
         if(${PAID}, 'paid', 'open'), ${NOW}, ${NOW}
    from (select seq as n from seq_{first}_to_{last}) numbers`;

export const debtorsOf = (debts) => Math.max(1, Math.floor(debts * DEBTORS_PER_DEBT));

/** Fills a database with an account of `debts` debts, the same ones each time. */
export async function fillPortfolio(sql, debts) {
  const debtors = debtorsOf(debts);
  await addAccount(sql);
  await inBatches(sql, DEBTOR, debtors);
  await inBatches(sql, debt(debtors), debts);
  await sql.query("analyze table debtor, debt, outbox_message");
  return { debtors };
}

/** By MariaDB's sequence engine: a table of numbers that exists by being named. */
async function inBatches(sql, statement, rows) {
  for (let first = 1; first <= rows; first += BATCH) {
    await sql.query(statement.replace("{first}", first).replace("{last}", Math.min(rows, first + BATCH - 1)));
  }
}
