import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { settledCount } from "../settled-count.js";
import { PanelBrowser } from "./support/browser.js";
import { importFile } from "./support/import-file.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("a running import shows how far it is, is found again after leaving, and is stopped with what is in", async () => {
  panel.api.state.profileKnown = true;
  const page = await panel.open("imports");
  await importFile(page, "cartera.csv");
  await page.getByRole("button", { name: "Check all rows" }).click();
  await page.getByRole("button", { name: "Import 3,106 rows" }).click();
  const bar = page.getByRole("progressbar", { name: "cartera.csv is going in" });
  await bar.waitFor();
  panel.api.state.job = { ...panel.api.state.job!, rows: 1_560, created: 1_500, updated: 60, unchanged: 0, rejected: 0 };
  await page.getByText("1,560 of 3,120 rows").waitFor();
  expect(await bar.getAttribute("aria-valuenow")).toBe("50");

  // A fresh page, as after closing the browser: the server knows what runs.
  await page.goto(panel.url("today"));
  await page.getByRole("heading", { level: 1, name: "Today" }).waitFor();
  await page.goto(panel.url("imports"));
  await page.getByText("1,560 of 3,120 rows").waitFor();

  await page.getByRole("button", { name: "Stop the import" }).click();
  await page.getByRole("heading", { name: "cartera.csv was stopped" }).waitFor();
  expect(await settledCount(page.getByText("1,560 rows that were taken in stay."), 1)).toBe(1);
});

test("an agent sees an import that runs, without the means to stop it", async () => {
  panel.api.state.job = { ...panel.api.state.job!, status: "running" };
  panel.api.state.role = "agent";
  const page = await panel.open("imports");
  await page.getByText("1,560 of 3,120 rows").waitFor();
  expect(await settledCount(page.getByRole("button", { name: "Stop the import" }), 0)).toBe(0);
  panel.api.state.role = "administrator";
  panel.api.state.job = undefined;
});

test("a refused upload says what to do and keeps the file", async () => {
  const page = await panel.open("imports");
  await page.route("**/api/uploads?**", (route) =>
    route.fulfill({ status: 413, json: { code: "upload.too_large", message: "The file is too large." } }),
  );
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles({ name: "enorme.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n1,2\n") });
  await page.getByRole("button", { name: "Read the file" }).click();
  await page.getByText("The file is larger than 200 MB. Split it and send the parts one after the other.").waitFor();
  expect(await settledCount(page.getByText("enorme.csv"), 1)).toBe(1);
});
