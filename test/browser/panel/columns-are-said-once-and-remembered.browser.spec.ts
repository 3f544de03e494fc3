import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanelBrowser } from "./support/browser.js";
import { importFile } from "./support/import-file.js";
import { id } from "./support/stub-data.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

const COLUMNS = ["external_id", "name", "phone", "reference", "balance", "currency", "due_date", null];

test("guesses are marked, what is missing is named, and nothing that was chosen is lost on the way back", async () => {
  const page = await panel.open("imports");
  await importFile(page, "cartera.csv");
  const due = page.getByLabel("Read “Vence el” as");
  expect(
    await page
      .getByRole("row", { name: /Celular/ })
      .getByText("Guess")
      .count(),
  ).toBe(1);
  await page.getByText("No column yet for: Due date.").waitFor();
  expect(await page.getByRole("button", { name: "Check all rows" }).isDisabled()).toBe(true);
  await due.selectOption("due_date");
  await page.getByText("No column yet for").waitFor({ state: "detached" });

  // One field has one column: said of another, it leaves the first.
  await page.getByLabel("Read “Asesor” as").selectOption("due_date");
  expect(await due.inputValue()).toBe("");
  await due.selectOption("due_date");
  expect(await page.getByLabel("Read “Asesor” as").inputValue()).toBe("");

  await page.getByRole("button", { name: "Back to the file" }).click();
  await page.getByText("cartera.csv").first().waitFor();
  await page.getByRole("link", { name: "Debtors" }).click();
  await page.getByRole("heading", { level: 1, name: "Debtors" }).waitFor();
  await page.getByRole("link", { name: "Imports" }).click();
  await page.getByRole("button", { name: "Read the file" }).click();
  expect(await due.inputValue()).toBe("due_date");
  expect(panel.api.calls.filter(({ path }) => path === "/api/uploads")).toHaveLength(1);
});

test("the columns are kept under a name with the import, and used by themselves the next time", async () => {
  const page = await panel.open("imports");
  await importFile(page, "cartera.csv");
  await page.getByLabel("Read “Vence el” as").selectOption("due_date");
  await page.getByLabel("Remember these columns for the next file with the same headers").check();
  await page.getByRole("button", { name: "Check all rows" }).click();
  await page.getByText("Give it a name.").waitFor();
  await page.getByLabel("Name", { exact: true }).fill("ERP Siesa");
  await page.getByRole("button", { name: "Check all rows" }).click();
  await page.getByRole("button", { name: "Import 3,106 rows" }).click();
  await page.getByRole("heading", { name: "cartera.csv is going in" }).waitFor();
  expect(panel.api.calledWith("POST", "/api/imports")?.body).toMatchObject({ saveProfile: "ERP Siesa", columns: COLUMNS });

  panel.api.state.job = undefined;
  panel.api.state.profileKnown = true;
  const next = await panel.open("imports");
  await importFile(next, "cartera_dic.csv");
  await next.getByText("Read as remembered under “ERP Siesa”.").waitFor();
  expect(
    await next
      .getByRole("row", { name: /Vence el/ })
      .getByText("Remembered")
      .count(),
  ).toBe(1);
});

test("a remembered mapping is removed on confirmation", async () => {
  const page = await panel.open("imports");
  await page.getByRole("button", { name: "Remove ERP Siesa" }).click();
  await page.getByRole("dialog", { name: "Remove the columns remembered as “ERP Siesa”?" }).getByRole("button", { name: "Remove" }).click();
  await page.getByText("Columns removed").waitFor();
  expect(panel.api.calledWith("DELETE", `/api/import-profiles/${id(751)}`)).toBeDefined();
});
