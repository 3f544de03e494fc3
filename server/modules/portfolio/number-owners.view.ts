import { Injectable } from "@nestjs/common";
import type { z } from "zod";
import type { SharedNumber } from "../../contract/portfolio.contract.js";
import { readCursor, writeCursor } from "../../shared/cursor.js";
import { toIso } from "../../shared/instant.js";
import { DebtorsStore } from "./debtors.store.js";
import { type NumberOwner, NumberOwnersStore, type NumberPoint } from "./number-owners.store.js";
import { PortfolioReader } from "./portfolio.reader.js";

type Item = z.infer<typeof SharedNumber>;

/** Numbers that files give to several debtors: first those nobody decided about. */
@Injectable()
export class NumberOwnersView {
  constructor(
    private readonly store: NumberOwnersStore,
    private readonly debtors: DebtorsStore,
    private readonly reader: PortfolioReader,
  ) {}

  async list(
    accountId: number,
    query: { readonly cursor?: string | undefined; readonly limit: number },
  ): Promise<{ items: Item[]; next: string | null; total: number }> {
    const cursor = readCursor(query.cursor, ["string", "string"]);
    const [part, after] = cursor ? [String(cursor[0]), String(cursor[1])] : ["open", ""];
    const hashes = part === "open" ? await this.store.shared(accountId, after, query.limit + 1) : [];
    const open = hashes.slice(0, query.limit);
    const room = query.limit - open.length;
    const owners = hashes.length > open.length ? [] : await this.store.owned(accountId, part === "open" ? "" : after, room + 1);
    const owned = owners.slice(0, room);
    const points = await this.store.pointsUnder(accountId, open);
    const items = await this.items(accountId, [
      ...open.map((hash) => ({ points: points.get(hash) ?? [], owner: null })),
      ...(await Promise.all(owned.map(async (owner) => ({ points: await this.store.points(accountId, owner.pointIds), owner })))),
    ]);
    const more = hashes.length > open.length || owners.length > owned.length;
    const place = owned.length > 0 ? ["owned", owned.at(-1)!.hash] : hashes.length > open.length ? ["open", open.at(-1)!] : ["owned", ""];
    return { items, next: more ? writeCursor(...place) : null, total: await this.store.count(accountId) };
  }

  async one(accountId: number, owner: NumberOwner): Promise<Item> {
    const points = await this.store.points(accountId, owner.pointIds);
    return (await this.items(accountId, [{ points, owner }]))[0]!;
  }

  private async items(
    accountId: number,
    numbers: readonly { points: readonly NumberPoint[]; owner: NumberOwner | null }[],
  ): Promise<Item[]> {
    const ids = [...new Set(numbers.flatMap(({ points }) => points.map(({ debtorId }) => debtorId)))];
    const rows = new Map((await this.debtors.byIds(accountId, ids)).map((row) => [row.id, row]));
    const names = await this.reader.names(accountId, ids);
    return numbers.map(({ points, owner }) => ({
      id: owner?.publicId ?? points[0]!.publicId,
      masked: `••• ${points[0]?.ending ?? ""}`,
      debtors: [...new Set(points.map(({ debtorId }) => debtorId))].flatMap((id) => {
        const row = rows.get(id);
        return row ? [{ id: row.public_id, name: names.get(id) ?? "", externalId: row.external_id }] : [];
      }),
      assignedTo: owner === null ? null : (rows.get(owner.debtorId)?.public_id ?? null),
      assignedAt: owner === null ? null : toIso(owner.assignedAt),
    }));
  }
}
