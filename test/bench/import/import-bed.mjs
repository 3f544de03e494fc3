import { join } from "node:path";
import { ACCOUNT, addAccount } from "../harness/account.mjs";
import { runSide } from "../harness/side.mjs";
import { writePortfolioFile } from "./portfolio-file.mjs";

/** Columns that hold the same in both worlds: what is neither sealed nor made up on the way. */
const COMPARED = {
  debtor: "id, external_id, kind, employment, language, country, subdivision, zones, ambiguous_number",
  contact_point: "debtor_id, channel, ending, places, consent, consent_source, consent_on",
  debt: "debtor_id, source, reference, product, principal_minor, balance_minor, reported_minor, currency, due_date, instalment_minor, credit_date, status",
  ledger_entry: "debt_id, kind, amount_minor, currency, value_date",
  journal_record: "type, version, debtor_id",
  debtor_lookup: "kind, debtor_id",
  data_key: "subject, subject_id",
  portfolio_import: "kind, mode, status, row_count, created, updated, unchanged, rejected",
};
const STAYS = new Set(["account", "mikro_orm_migrations"]);

/** A file that is imported into an empty account again and again. */
export class ImportBed {
  counts = null;
  #checksums = null;

  static async prepare(server, rows) {
    const bed = new ImportBed();
    bed.database = await server.create();
    bed.file = join(bed.database.directory, "debts.csv");
    await writePortfolioFile(bed.file, rows);
    return bed;
  }

  /** @param {"saldo" | "bare"} side */
  async run(side) {
    const { database } = this;
    await database.empty(Object.keys(await database.counts()).filter((table) => table !== "mikro_orm_migrations"));
    await addAccount(database.sql);
    const measurement = await runSide(`import/${side}.side.mjs`, database.environment, { file: this.file });
    await this.#judge(side);
    return measurement;
  }

  /** Both sides must leave the same rows, table by table and, where nothing is sealed, cell by cell. */
  async #judge(side) {
    const counts = await this.database.counts();
    for (const table of STAYS) delete counts[table];
    const checksums = {};
    for (const [table, columns] of Object.entries(COMPARED)) {
      checksums[table] = (await this.database.fingerprint(table, columns)).checksum;
    }
    this.counts ??= counts;
    this.#checksums ??= checksums;
    differ(side, "rows", counts, this.counts);
    differ(side, "cells", checksums, this.#checksums);
  }
}

function differ(side, what, found, expected) {
  for (const table of new Set([...Object.keys(found), ...Object.keys(expected)])) {
    if (found[table] === expected[table]) continue;
    throw new Error(`${side} wrote other ${what} into ${table}: ${found[table] ?? 0}, not ${expected[table] ?? 0} (account ${ACCOUNT})`);
  }
}
