import { Injectable } from "@nestjs/common";
import type { FileRow } from "../file/domain/file-row.js";
import type { CsvTable } from "../file/table.adapter.js";
import { DebtsIntake } from "./debts-intake.service.js";
import type { Intake } from "./domain/intake.js";
import { PaymentsIntake } from "./payments-intake.service.js";

const ROWS_PER_CHUNK = 500;

/** The rows of a file, by chunks, and who knows what to make of them. */
@Injectable()
export class Intakes {
  constructor(
    private readonly debts: DebtsIntake,
    private readonly payments: PaymentsIntake,
  ) {}

  open(accountId: number, table: CsvTable): Promise<Intake> {
    return table.map.kind === "debts" ? this.debts.open(accountId, table) : this.payments.open(accountId, table);
  }

  async *chunks(table: CsvTable): AsyncGenerator<FileRow[]> {
    let chunk: FileRow[] = [];
    for await (const row of table.rows()) {
      chunk.push(row);
      if (chunk.length < ROWS_PER_CHUNK) continue;
      yield chunk;
      chunk = [];
    }
    if (chunk.length > 0) yield chunk;
  }
}
