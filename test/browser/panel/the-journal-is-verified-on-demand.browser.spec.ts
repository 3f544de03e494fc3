import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { settledCount } from "../settled-count.js";
import { PanelBrowser } from "./support/browser.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("the compliance officer verifies the chain and filters the journal by what happened", async () => {
  panel.api.state.role = "compliance";
  const page = await panel.open("compliance");
  await page.getByText("Not verified yet").waitFor();
  await page.getByRole("button", { name: "Verify now" }).click();
  await page.getByText(/183,412 records, verified .*15:42 by /).waitFor();
  // Opened again, by whomever: the verdict is a record.
  await page.reload();
  await page.getByText("Intact").waitFor();
  await page.getByText(/183,412 records, verified .*15:42 by /).waitFor();
  await page.getByLabel("Type of record").selectOption({ label: "Payment received" });
  await page.getByRole("row").filter({ hasText: "decision.denied" }).waitFor({ state: "detached" });
  expect(await settledCount(page.getByRole("row").filter({ hasText: "payment.recorded" }), 1)).toBe(1);
});

test("a link to a record opens the journal at it, however far back it is", async () => {
  panel.api.state.role = "compliance";
  const page = await panel.open("compliance?record=183378");
  await page.getByText("From record #183378 back.").waitFor();
  const first = page.getByRole("table", { name: "Journal" }).getByRole("row").nth(1);
  expect(await first.textContent()).toContain("#183378");
  await first.getByRole("button", { name: "Details #183378", expanded: true }).waitFor();
  await page.getByRole("link", { name: "Show the newest" }).click();
  await page.getByRole("rowheader", { name: "#183412" }).waitFor();
});

test("a kind of which nothing is on record says so", async () => {
  const page = await panel.open("compliance?type=promise.kept", { locale: "es-CO" });
  await page.getByRole("heading", { name: "No hay nada de este tipo en el registro" }).waitFor();
  expect(await page.getByLabel("Tipo de asiento").inputValue()).toBe("promise.kept");
});

test("an agent is told who can open the journal, and sees no record", async () => {
  panel.api.state.role = "agent";
  const page = await panel.open("compliance");
  await page.getByRole("heading", { name: "Only compliance and administrators read the journal" }).waitFor();
  expect(await settledCount(page.getByRole("table"), 0)).toBe(0);
});
