import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanelBrowser } from "./support/browser.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("a file is checked first, imported only on confirmation, and its refused rows can be fetched", async () => {
  const page = await panel.open("imports");
  // Windows-1252, as spreadsheets in the region write it: 0xD1 is Ñ.
  const buffer = Buffer.concat([Buffer.from("external_id,name\r\n1,PE"), Buffer.from([0xd1]), Buffer.from("A\r\n")]);
  await page.getByLabel("CSV file").setInputFiles({ name: "cartera.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Check the file" }).click();
  await page.getByText("cartera.csv: 3,120 rows").waitFor();
  // The bytes go as they are: one place, the server, finds out how they are written.
  expect(panel.api.calledWith("POST", "/api/imports/preview")?.body).toMatchObject({ base64: buffer.toString("base64") });
  expect(await page.getByText("38 debtors have no consent on record and get no message.").count()).toBe(1);
  expect(panel.api.calledWith("POST", "/api/imports")).toBeUndefined();
  await page.getByRole("button", { name: "Import 3,106 rows" }).click();
  await page.getByRole("heading", { name: /is in$/ }).waitFor();
  expect(await page.getByRole("status").getByRole("link", { name: "Download 14 refused rows" }).getAttribute("href")).toMatch(
    /\/api\/imports\/.+\/errors$/,
  );
});
