import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { settledCount } from "../settled-count.js";
import { PanelBrowser } from "./support/browser.js";
import { importFile } from "./support/import-file.js";
import { id } from "./support/stub-data.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

// Windows-1252, as spreadsheets in the region write it: 0xD1 is Ñ.
const BYTES = Buffer.concat([Buffer.from("external_id,name\r\n1,PE"), Buffer.from([0xd1]), Buffer.from("A\r\n")]);

test("a file is sent as it is, checked first, and imported only on confirmation", async () => {
  panel.api.state.profileKnown = true;
  const page = await panel.open("imports");
  await importFile(page, "cartera.csv", BYTES);
  await page.getByRole("button", { name: "Check all rows" }).click();
  await page.getByRole("heading", { name: "cartera.csv: 3,120 rows" }).waitFor();
  // The bytes go as they are, not as text in a message: one place, the server, finds out how they are written.
  expect(panel.api.calledWith("POST", "/api/uploads")?.body).toEqual(BYTES);
  expect(panel.api.calledWith("POST", "/api/imports/preview")?.body).toMatchObject({ upload: id(700), fileName: "cartera.csv" });
  for (const text of [
    "38 debtors have no consent on record and get no message.",
    "2 numbers would belong to two debtors each and be used for neither until a person says whose they are.",
    "1,204 debtors are new.",
  ])
    expect(await settledCount(page.getByText(text), 1)).toBe(1);
  // Days and amounts are written out: a swapped month would be seen.
  const row = page.getByRole("row").filter({ hasText: "Jorge Hernández Ruiz" });
  expect(await row.textContent()).toContain("17\u00a0Nov");
  expect(await row.textContent()).toContain("1,248,000.50");
  expect(panel.api.calledWith("POST", "/api/imports")).toBeUndefined();
  await page.getByRole("button", { name: "Import 3,106 rows" }).click();
  await page.getByRole("heading", { name: "cartera.csv is going in" }).waitFor();
  expect(panel.api.calledWith("POST", "/api/imports")?.body).toMatchObject({ upload: id(700), background: true });
  expect(panel.api.calledWith("POST", "/api/imports")?.body).not.toHaveProperty("base64");
});
