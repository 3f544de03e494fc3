import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Ids } from "../../../platform/crypto/ids.js";
import { Database } from "../../../platform/database/database.js";
import type { Actor } from "../../../shared/actor.js";
import { invalid, notFound } from "../../../shared/errors.js";
import { localDate } from "../../../shared/zone.js";
import { AccountDirectory } from "../../accounts/index.js";
import { anyRows, sourceFromBase64 } from "../../imports/index.js";
import { Journal } from "../../journal/index.js";
import { kpisEvents } from "../kpis.events.js";
import { Costs } from "./costs.service.js";
import { CostsStore } from "./costs.store.js";
import type { CostInput } from "./domain/cost.js";
import { type CostRow, type CostRowProblem, MOST_COST_ROWS, readCostRows } from "./domain/cost-rows.js";

export interface ReadCosts {
  readonly rows: number;
  /** `known`: the cost of this id is in the ledger already. */
  readonly accepted: readonly { readonly line: number; readonly cost: CostInput; readonly known: boolean }[];
  readonly refused: readonly { readonly line: number; readonly problem: CostRowProblem }[];
}

/** Costs from a file: looked at first, entered as one batch, and taken back as one. */
@Injectable()
export class CostFiles {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly accounts: AccountDirectory,
    private readonly costs: Costs,
    private readonly store: CostsStore,
    private readonly journal: Journal,
  ) {}

  /** What the file would enter. @throws DomainError of the file reader, and as `readCostRows` does */
  async preview(accountId: number, fileName: string, base64: string): Promise<ReadCosts> {
    const { zone } = await this.accounts.get(accountId);
    const { header, rows } = await tableOf(fileName, base64);
    const read = readCostRows(header, rows, localDate(zone, this.clock.now()));
    const accepted = read.flatMap((row) => ("cost" in row ? [row] : []));
    const refused = read.flatMap((row) => ("problem" in row ? [row] : []));
    const entered = await this.store.byExternalIds(
      accountId,
      accepted.flatMap(({ cost }) => cost.externalId ?? []),
    );
    const byId = new Map(entered.map((row) => [row.external_id, row]));
    const judged = accepted.map(({ line, cost }) => {
      const before = cost.externalId === null ? undefined : byId.get(cost.externalId);
      const same = before?.kind === cost.kind && before.amount_minor === cost.minor && before.currency === cost.currency;
      return {
        line,
        cost,
        known: before !== undefined,
        different: before !== undefined && !(same && before.from_day === cost.from && before.to_day === cost.to),
      };
    });
    const different = judged.filter((row) => row.different).map(({ line }) => ({ line, problem: "different" as const }));
    return {
      rows: rows.length,
      accepted: judged.filter((row) => !row.different).map(({ line, cost, known }) => ({ line, cost, known })),
      refused: [...refused, ...different].toSorted((a, b) => a.line - b.line),
    };
  }

  /** Enters what `preview` accepts and is new. @returns the batch; null where nothing was new */
  async import(accountId: number, fileName: string, base64: string, actor: Actor): Promise<ReadCosts & { readonly batch: string | null }> {
    const batch = this.ids.next();
    return this.db.inUnitOfWork("costs.import", async () => {
      const read = await this.preview(accountId, fileName, base64);
      const fresh = read.accepted.filter(({ known }) => !known).map(({ cost }) => cost);
      if (fresh.length === 0) return { ...read, batch: null };
      await this.costs.add(accountId, fresh, "file", batch, actor);
      this.journal.append(accountId, {
        type: kpisEvents.costsImported,
        version: 1,
        actor,
        payload: { batch, costs: fresh.length, refused: read.refused.length },
        personal: { file: fileName },
      });
      return { ...read, batch };
    });
  }

  /** Takes back what of a file still stands. @throws DomainError `cost.batch_not_found` @returns how many */
  async undo(accountId: number, batch: string, reason: string, actor: Actor): Promise<number> {
    return this.db.inUnitOfWork("costs.undo", async () => {
      const entries = await this.store.ofBatch(accountId, batch);
      if (entries.length === 0) throw notFound("cost.batch_not_found", "No costs came in such a file.");
      const gone = await this.store.reversalsOf(
        accountId,
        entries.map(({ public_id: id }) => id),
      );
      const standing = entries.filter(({ public_id: id }) => !gone.has(id));
      await this.costs.takeBack(accountId, standing, reason, actor);
      this.journal.append(accountId, {
        type: kpisEvents.costsUndone,
        version: 1,
        actor,
        payload: { batch, costs: standing.length },
        personal: { note: reason },
      });
      return standing.length;
    });
  }
}

async function tableOf(fileName: string, base64: string): Promise<{ header: readonly string[]; rows: CostRow[] }> {
  const rows = anyRows(sourceFromBase64(fileName, base64));
  const header = await rows.next();
  const body: CostRow[] = [];
  if (header.done)
    throw invalid("import.empty", "The file has no rows.", { field: "base64", remedy: "Send a header and at least one row." });
  for await (const { line, cells, fault } of rows) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    body.push({ line, cells, fault });
    if (body.length > MOST_COST_ROWS) break;
  }
  return { header: header.value.cells, rows: body };
}
