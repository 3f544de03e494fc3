import { Injectable } from "@nestjs/common";
import { DebtorVault } from "../../platform/crypto/debtor-vault.js";
import { Database } from "../../platform/database/database.js";
import { placesOfNumber } from "./domain/residence.js";
import { readPhone } from "./phone-number.adapter.js";
import type { ContactPointRecord } from "./portfolio-rows.tables.js";
import { CONTACT_POINT, type PortfolioTables } from "./portfolio.tables.js";

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
  ) {}

  /** @returns whether there may be more */
  readSome(accountId: number): Promise<boolean> {
    return this.db.inUnitOfWork("portfolio.number-places", async () => {
      const points = await this.db
        .typed<PortfolioTables>()
        .selectFrom("contact_point")
        .select(["id", "public_id", "debtor_id", "value_sealed"])
        .where("account_id", "=", accountId)
        .where("places", "is", null)
        .orderBy("id")
        .limit(BATCH)
        .execute();
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
      return points.length === BATCH;
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
