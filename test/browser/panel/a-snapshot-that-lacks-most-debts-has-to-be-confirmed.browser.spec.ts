import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanelBrowser } from "./support/browser.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("a snapshot shows what it lacks, asks before most debts are held, and lists what it held", async () => {
  const page = await panel.open("imports");
  await page
    .getByLabel("CSV file")
    .setInputFiles({ name: "abiertas.csv", mimeType: "text/csv", buffer: Buffer.from("external_id,name\r\n1,Ana\r\n") });
  await page.getByLabel("What the file lists").selectOption("snapshot");
  await page.getByRole("button", { name: "Check the file" }).click();
  await page.getByText("31 of 40 open debts are not in the file.").waitFor();
  const run = page.getByRole("button", { name: "Import 3,106 rows" });
  expect(await run.isDisabled()).toBe(true);
  await page.getByLabel("The file is whole: put 31 debts on hold").check();
  await run.click();
  await page.getByText("31 debts that are not in the file are on hold.").waitFor();
  expect(panel.api.calledWith("POST", "/api/imports")?.body).toMatchObject({ mode: "snapshot", confirm: true });
  expect(await page.getByRole("row", { name: /CH-118204-7/ }).count()).toBe(1);
  expect(await page.getByText("2 debts are back in the file and no longer on hold.").count()).toBe(1);
});
