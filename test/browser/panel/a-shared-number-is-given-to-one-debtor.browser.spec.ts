import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanelBrowser } from "./support/browser.js";
import { id, MARISOL } from "./support/stub-data.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("today leads to a number two debtors share, and a person says whose it is and how they know", async () => {
  const page = await panel.open("today");
  await page.getByText("1 number belongs to two debtors and is used for neither.").waitFor();
  await page.locator("li").filter({ hasText: "belongs to two debtors" }).getByRole("link", { name: "Open" }).click();
  await page.getByRole("heading", { level: 1, name: "Shared numbers" }).waitFor();
  const row = page.getByRole("row").filter({ hasText: "4417" });
  expect(await row.textContent()).toContain("Nobody");
  await row.getByRole("button", { name: "Say whose it is" }).click();
  const dialog = page.getByRole("dialog", { name: "Whose number is ••• 4417?" });
  await dialog.getByRole("button", { name: "Use it for this debtor" }).click();
  await dialog.getByText("Choose one of them.").waitFor();
  await dialog.getByRole("radio", { name: /Inversiones El Roble/ }).check();
  await dialog.getByLabel("How you know, goes into the journal").fill("Confirmed by phone");
  await dialog.getByRole("button", { name: "Use it for this debtor" }).click();
  await page.getByText("••• 4417 is used for Inversiones El Roble S.A.S.").waitFor();
  expect(panel.api.calledWith("POST", `/api/shared-numbers/${id(651)}/assign`)?.body).toEqual({
    debtorId: id(9),
    note: "Confirmed by phone",
  });
});

test("a debtor whose number is shared shows where to say whose it is", async () => {
  panel.api.state.numberShared = true;
  const page = await panel.open(`debtors/${MARISOL}`);
  await page.getByText("Belongs to several people, so it is not used").waitFor();
  await page.getByRole("link", { name: "Say whose they are" }).click();
  await page.getByRole("heading", { level: 1, name: "Shared numbers" }).waitFor();
});
