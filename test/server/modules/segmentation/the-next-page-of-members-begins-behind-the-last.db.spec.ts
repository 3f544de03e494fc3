import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { debtsFile } from "../../../support/debts-file.js";
import { type Desk, openDesk } from "../../../support/desk.js";

const DUE = "2026-11-20";
let desk: Desk;

beforeAll(async () => {
  const debts = ["A", "B", "C"].map((reference, index) => ({ id: `C-${index}`, reference, dueDate: DUE, phone: `+57300555000${index}` }));
  desk = await openDesk({ start: Date.parse("2026-11-20T14:00:00Z"), debts: debtsFile(debts) });
});
afterAll(() => desk?.close());

interface Page {
  readonly items: readonly { readonly reference?: string; readonly debtorId: string }[];
  readonly next: string | null;
}

const pages = async (path: string): Promise<Page[]> => {
  const seen: Page[] = [];
  let next: string | null = null;
  do {
    const page: Page = await desk.admin.call<Page>("GET", `${path}?limit=2${next === null ? "" : `&cursor=${next}`}`);
    seen.push(page);
    next = page.next;
  } while (next !== null && seen.length < 5);
  return seen;
};

it("shows each member of a segment once", async () => {
  const { items } = await desk.admin.call<{ items: { id: string; key: string }[] }>("GET", "/api/segments");
  const due = items.find(({ key }) => key === "due")!;
  const seen = await pages(`/api/segments/${due.id}/members`);
  expect(seen.map(({ items: members }) => members.map(({ reference }) => reference))).toEqual([["A", "B"], ["C"]]);
});

it("shows each message of today once", async () => {
  const seen = await pages("/api/today");
  expect(seen.map(({ items }) => items.length)).toEqual([2, 1]);
  expect(new Set(seen.flatMap(({ items }) => items.map(({ debtorId }) => debtorId))).size).toBe(3);
});

it("does not go on from a cursor that is none of ours", async () => {
  for (const cursor of ["2", "WyJhIl0"]) {
    await expect(desk.admin.call("GET", `/api/today?cursor=${cursor}`)).rejects.toThrow(/cursor\.invalid|cannot be continued/);
  }
});
