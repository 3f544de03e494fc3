import { Injectable } from "@nestjs/common";
import { DebtorVault } from "../../platform/crypto/debtor-vault.js";
import { Database } from "../../platform/database/database.js";
import { WorkRows } from "../../platform/work/work-rows.js";
import { placesOfNumber } from "./domain/residence.js";
import { readPhone } from "./phone-number.adapter.js";
import type { ContactPointRecord } from "./portfolio-rows.tables.js";
import { CONTACT_POINT, type PortfolioTables } from "./portfolio.tables.js";

/** Name of the job. */
export const NUMBER_PLACES = "portfolio.number-places";
const BATCH = 200;
/** No list of places, so that nobody is written to by it; and not asked again. */
const UNREADABLE = "?";

type Unread = Pick<ContactPointRecord, "id" | "public_id" | "debtor_id" | "value_sealed">;

/** Reads where numbers are from that were stored before that was asked. Until it has, the policy knows of no place and nobody is written to. */
@Injectable()
export class NumberPlaces {
  constructor(
    private readonly db: Database,
    private readonly vault: DebtorVault,
    private readonly rows: WorkRows,
  ) {}

  /** @returns whether there may be more */
  async readSome(accountId: number): Promise<boolean> {
    const resting = [...(await this.rows.resting(accountId, NUMBER_PLACES, CONTACT_POINT))];
    const points = await this.db
      .typed<PortfolioTables>()
      .selectFrom("contact_point")
      .select(["id", "public_id", "debtor_id", "value_sealed"])
      .where("account_id", "=", accountId)
      .where("places", "is", null)
      .$if(resting.length > 0, (query) => query.where("id", "not in", resting))
      .orderBy("id")
      .limit(BATCH)
      .execute();
    const subjectOf = ({ id, debtor_id: debtorId }: Unread) => ({ subject: CONTACT_POINT, subjectId: id, debtorId });
    await this.rows.inHalves({ accountId, work: NUMBER_PLACES, subjectOf }, points, (part) => this.read(accountId, part));
    return points.length === BATCH;
  }

  private read(accountId: number, points: readonly Unread[]): Promise<void> {
    return this.db.inUnitOfWork(NUMBER_PLACES, async () => {
      const keys = await this.vault.keys(accountId, [...new Set(points.map((point) => point.debtor_id))]);
      for (const point of points) {
        const key = keys.get(point.debtor_id);
        const places = key ? this.placesOf(point, (cell) => this.vault.openWith(key, accountId, cell, point.value_sealed)) : UNREADABLE;
        await this.db
          .typed<PortfolioTables>()
          .updateTable("contact_point")
          .set({ places })
          .where("account_id", "=", accountId)
          .where("id", "=", point.id)
          .execute();
      }
    });
  }

  private placesOf({ public_id: row }: Unread, open: (cell: { table: string; column: string; row: string }) => string): string {
    try {
      const result = readPhone(open({ table: CONTACT_POINT, column: "value_sealed", row }), null);
      return "problem" in result ? UNREADABLE : JSON.stringify(placesOfNumber(result.number, result.country));
    } catch {
      return UNREADABLE;
    }
  }
}
