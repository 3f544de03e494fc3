import { ACCOUNT } from "../harness/account.mjs";
import { DAY } from "../harness/saldo.mjs";
import { debtOf, debtorOf, newId } from "./bare-rows.mjs";

const ACTOR = "system:bench";
const NO_HASH = "0".repeat(64);

const COLUMNS = {
  debtor:
    "account_id, public_id, external_id, loose_external_id, kind, employment, name_sealed, document_sealed, language, country, subdivision, zones, " +
    "ambiguous_number, created_at, updated_at",
  data_key: "account_id, subject, subject_id, wrapped, created_at",
  contact_point:
    "account_id, public_id, debtor_id, channel, value_sealed, ending, places, consent, consent_source, consent_on, invalid_at, created_at",
  debtor_lookup: "account_id, kind, hash, debtor_id, contact_point_id",
  debt:
    "account_id, public_id, debtor_id, source, reference, loose_reference, product, principal_minor, balance_minor, reported_minor, currency, " +
    "due_date, instalment_minor, credit_date, status, created_at, updated_at",
  ledger_entry: "account_id, public_id, debt_id, kind, amount_minor, currency, value_date, payment_id, created_at",
  import_trace: "account_id, public_id, import_id, body_sealed, created_at",
  journal_record:
    "account_id, seq, record_id, type, version, at, recorded_at, actor, debtor_id, debtor_public_id, payload, personal_sealed, prev_hash, hash",
};

const NO_TRACE = {
  newDebtors: [],
  changedDebtors: [],
  newPoints: [],
  changedPoints: [],
  retiredPoints: [],
  newDebts: [],
  changedDebts: [],
  payments: [],
  changedNotes: [],
};
const COUNTS = { row_count: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, held: 0, released: 0 };

/** Writes the rows that Saldo's import writes, and nothing that makes them safe. */
export class BareImport {
  #id = newId();
  #row;
  #seq = 0;
  #records = [];
  /** By external id, as a file names a debtor again. */
  #debtors = new Map();
  #numbers = new Map();
  #shared = new Set();

  constructor(sql) {
    this.sql = sql;
  }

  async begin() {
    const now = Date.now();
    const [result] = await this.sql.query("insert into portfolio_import set ?", {
      account_id: ACCOUNT,
      public_id: this.#id,
      kind: "debts",
      mode: "delta",
      file_name_sealed: "debts.csv",
      status: "running",
      slot: 1,
      heartbeat_at: now,
      ...COUNTS,
      started_at: now,
      actor: ACTOR,
    });
    this.#row = result.insertId;
    await this.#insert("data_key", [[ACCOUNT, "account", ACCOUNT, "-", now]]);
    await this.sql.query("insert into journal_head set ?", { account_id: ACCOUNT, account_public_id: "-", seq: 0, hash: NO_HASH });
  }

  async take(chunk) {
    const now = Date.now();
    await this.sql.beginTransaction();
    const debtors = await this.#takeDebtors(chunk, now);
    const newDebts = await this.#takeDebts(chunk, now);
    await this.#insert("import_trace", [[ACCOUNT, newId(), this.#row, JSON.stringify({ ...NO_TRACE, ...debtors, newDebts }), now]]);
    await this.sql.query(
      "update portfolio_import set row_count = row_count + ?, created = created + ?, heartbeat_at = ? where account_id = ? and id = ?",
      [chunk.length, chunk.length, now, ACCOUNT, this.#row],
    );
    await this.#journal();
    await this.sql.commit();
  }

  async end() {
    await this.sql.beginTransaction();
    await this.sql.query("update portfolio_import set status = 'done', slot = null, finished_at = ? where id = ?", [Date.now(), this.#row]);
    this.#record("import.finished", null, { import: this.#id, kind: "debts" });
    await this.#journal();
    await this.sql.commit();
    return this.#debtors.size;
  }

  async #takeDebtors(chunk, now) {
    const fresh = [];
    for (const cells of chunk) {
      if (this.#debtors.has(cells[0])) continue;
      const debtor = debtorOf(cells);
      this.#debtors.set(cells[0], debtor);
      fresh.push(debtor);
    }
    if (fresh.length === 0) return {};
    const first = await this.#insert(
      "debtor",
      fresh.map((debtor) => [ACCOUNT, debtor.publicId, ...debtor.columns, 0, now, now]),
    );
    for (const [at, debtor] of fresh.entries()) debtor.id = first + at;
    await this.#insert(
      "data_key",
      fresh.map(({ id }) => [ACCOUNT, "debtor", id, "-", now]),
    );
    const points = fresh.flatMap((debtor) => debtor.points.map((point) => ({ debtor, point, publicId: newId() })));
    const firstPoint = await this.#insert(
      "contact_point",
      points.map(({ debtor, point, publicId }) => [ACCOUNT, publicId, debtor.id, ...point, null, now]),
    );
    await this.#insert("debtor_lookup", [
      ...fresh.flatMap(({ id, lookups }) => lookups.map(([kind, text]) => [ACCOUNT, kind, text, id, 0])),
      ...points.map(({ debtor }, at) => [ACCOUNT, "phone", debtor.phone, debtor.id, firstPoint + at]),
    ]);
    for (const debtor of fresh) {
      const contactPoints = debtor.points.map(([channel, , , , consent, , consentOn]) => ({ channel, consent, consentOn }));
      this.#record("debtor.imported", debtor, { debtor: debtor.publicId, import: this.#id, contactPoints }, debtor.personal);
    }
    await this.#markShared(fresh, now);
    return {
      newDebtors: fresh.map(({ id }) => id),
      newPoints: points.map(({ debtor, point }, at) => ({
        id: firstPoint + at,
        debtorId: debtor.id,
        after: { consent: point[4], consentSource: point[5], consentOn: point[6] },
      })),
    };
  }

  /** Numbers of several debtors are used for none of them. */
  async #markShared(fresh, now) {
    const marked = [];
    for (const debtor of fresh) {
      if (debtor.phone === "") continue;
      const holders = this.#numbers.get(debtor.phone);
      if (!holders) {
        this.#numbers.set(debtor.phone, [debtor]);
        continue;
      }
      holders.push(debtor);
      for (const holder of holders) if (!this.#shared.has(holder)) marked.push(holder);
      for (const holder of holders) this.#shared.add(holder);
    }
    if (marked.length === 0) return;
    const ids = marked.map(({ id }) => id);
    await this.sql.query("update debtor set ambiguous_number = 1, updated_at = ? where account_id = ? and id in (?)", [now, ACCOUNT, ids]);
    for (const debtor of marked) this.#record("number.shared", debtor, { import: this.#id });
  }

  async #takeDebts(chunk, now) {
    const debts = chunk.map((cells) => ({ debtor: this.#debtors.get(cells[0]), ...debtOf(cells) }));
    const first = await this.#insert(
      "debt",
      debts.map(({ debtor, publicId, columns }) => [ACCOUNT, publicId, debtor.id, ...columns, now, now]),
    );
    await this.#insert(
      "ledger_entry",
      debts.flatMap(({ entries, currency }, at) =>
        entries.map(([kind, amount]) => [ACCOUNT, newId(), first + at, kind, amount, currency, DAY, null, now]),
      ),
    );
    for (const { debtor, payload, personal } of debts) this.#record("debt.imported", debtor, { ...payload, import: this.#id }, personal);
    return debts.map(({ debtor }, at) => ({ id: first + at, debtorId: debtor.id }));
  }

  #record(type, debtor, payload, personal = null) {
    const now = Date.now();
    const about = [debtor?.id ?? null, debtor?.publicId ?? null, JSON.stringify(payload), personal && JSON.stringify(personal)];
    this.#records.push([ACCOUNT, ++this.#seq, newId(), type, 1, now, now, ACTOR, ...about, NO_HASH, NO_HASH]);
  }

  async #journal() {
    for (let at = 0; at < this.#records.length; at += 500) await this.#insert("journal_record", this.#records.slice(at, at + 500));
    this.#records = [];
    await this.sql.query("update journal_head set seq = ? where account_id = ?", [this.#seq, ACCOUNT]);
  }

  /** @returns the id of the first row; those of the others follow it, as InnoDB counts inserts of a known length */
  async #insert(table, rows) {
    const [result] = await this.sql.query(`insert into ${table} (${COLUMNS[table]}) values ?`, [rows]);
    return result.insertId;
  }
}
