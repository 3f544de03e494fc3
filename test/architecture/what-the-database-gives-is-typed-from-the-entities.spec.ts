import { expect, it } from "@jest/globals";
import { figures, STILL_ASSERTED } from "../../server/commands/house/figures.js";
import { type SourceFile, sourcesUnder } from "../../server/commands/house/sources.js";

const reads = (sources: readonly SourceFile[]) => figures(sources, []).find(({ name }) => name === "raw asserted reads")!;

/** More than this the house never takes again, whatever the list says. */
const AGREED = 59;

it("asserts the shape of rows only where the list says, and as often: what is typed leaves the list, what is new does not come into it", () => {
  const { value, most, places } = reads(sourcesUnder(process.cwd(), "server"));
  expect(places).toEqual(Object.entries(STILL_ASSERTED).map(([path, times]) => (times > 1 ? `${path} (${times})` : path)));
  expect(value).toBe(most);
  expect(most).toBeLessThanOrEqual(AGREED);
});

it("names the file that asserts one, and none that has its rows inferred", () => {
  const planted = reads([
    { path: "server/modules/kpis/a.view.ts", text: "this.db.rows<{ id: number }>(`select id from debt where account_id = ?`, [1])" },
    { path: "server/modules/kpis/b.view.ts", text: 'this.db.typed<Tables>().selectFrom(DEBT).select("id").execute() // db.rows<Debt>(' },
  ]);
  expect(planted).toMatchObject({ value: 1, places: ["server/modules/kpis/a.view.ts"] });
});
