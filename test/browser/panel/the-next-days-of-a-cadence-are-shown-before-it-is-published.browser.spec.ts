import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { settledCount } from "../settled-count.js";
import { PanelBrowser } from "./support/browser.js";
import { HOGAR } from "./support/stub-cadences.js";
import { settled } from "./support/settle.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("the bars are read out day by day, and the table holds the same days", async () => {
  const page = await panel.open(`cadences/${HOGAR}`);
  await settled(page);
  const bars = page.getByRole("slider", { name: /^Messages per day for 30 days/ });
  await bars.focus();
  await bars.press("Home");
  expect(await bars.getAttribute("aria-valuetext")).toMatch(/^Wed\s25\sNov: \d+ in all, \d+ of Step 1: Aviso previo$/);
  const first = /: (\d+) in all/.exec((await bars.getAttribute("aria-valuetext")) ?? "")?.[1];
  await page.getByRole("button", { name: "Messages per day: show as table" }).click();
  const table = page.getByRole("table", { name: "Messages per day" });
  expect(await settledCount(table.getByRole("row"), 31)).toBe(31);
  expect(await table.getByRole("row").nth(1).getByRole("cell").first().textContent()).toBe(first);
});

test("a debtor is tried: which step comes when, and what the rules say with their article", async () => {
  const page = await panel.open(`cadences/${HOGAR}`);
  await settled(page);
  await page.getByLabel("Find the debtor").fill("Marisol");
  await page.getByRole("radio", { name: /Marisol Quintero/ }).check();
  await page.getByText("In the segment Hogar, Colombia since 14 Oct.").waitFor();
  await page.getByText(/One contact a day, and 09:12 was today’s\. Ley 2300 de 2023, art\. 3\./).waitFor();
  await page.getByText("A promise of 12 Jan is running then.").waitFor();
});

test("the message is shown as the debtor sees it, with its answers and its approval", async () => {
  const page = await panel.open(`cadences/${HOGAR}`);
  await settled(page);
  await page.getByRole("button", { name: /91 days after/ }).click();
  const preview = page.getByRole("group", { name: /^What the debtor sees/ });
  expect(await preview.getAttribute("lang")).toBe("es-CO");
  for (const answer of ["Pagar ahora", "Ya pagué", "Hablar con alguien"]) await preview.getByText(answer, { exact: true }).waitFor();
  await page.getByText("WhatsApp does not let this message be sent in es-CO.").waitFor();
});
