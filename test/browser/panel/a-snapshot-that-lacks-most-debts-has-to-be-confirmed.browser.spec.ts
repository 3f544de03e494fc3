import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { settledCount } from "../settled-count.js";
import { PanelBrowser } from "./support/browser.js";
import { importFile } from "./support/import-file.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("a snapshot shows what it lacks, asks before most debts are held, and lists what it held", async () => {
  panel.api.state.profileKnown = true;
  const page = await panel.open("imports");
  await page.getByRole("radio", { name: /Every open debt/ }).check();
  await importFile(page, "abiertas.csv");
  await page.getByRole("button", { name: "Check all rows" }).click();
  await page.getByText("3 rows are taken in without a cell that cannot be read.").waitFor();
  await page.getByText("2 debts are put on hold, because rows about them cannot be read. They may be paid.").waitFor();
  await page.getByText("31 of 40 open debts are not in the file.").waitFor();
  const run = page.getByRole("button", { name: "Import 3,106 rows" });
  expect(await run.isDisabled()).toBe(true);
  await page.getByLabel("The file is whole: put 31 debts on hold").check();
  await run.click();
  await page.getByRole("heading", { name: "abiertas.csv is going in" }).waitFor();
  expect(panel.api.calledWith("POST", "/api/imports")?.body).toMatchObject({ mode: "snapshot", confirm: true });
  panel.api.state.job = { ...panel.api.state.job!, status: "done", rows: 3_120, held: 31, released: 2 };
  panel.api.announce();
  await page.getByText("31 debts are on hold: they are not in the file, or rows about them could not be read.").waitFor();
  expect(await settledCount(page.getByRole("row", { name: /CH-118204-7.*A row of a file about it could not be read in full/ }), 1)).toBe(1);
  expect(await settledCount(page.getByText("2 debts are in good rows again and no longer on hold."), 1)).toBe(1);
});
