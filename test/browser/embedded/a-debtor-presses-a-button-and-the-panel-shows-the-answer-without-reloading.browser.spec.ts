import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { EmbeddedPanel } from "./support.js";

const panel = new EmbeddedPanel();
let today: Page;
let helpdesk: Page;
/** What a person waits for: the helpdesk's webhook, Saldo's reaction and the panel's next reading. */
const SOON = { timeout: 120_000 };
const tile = (name: string) => today.getByRole("region", { name: "The day in numbers" }).locator("div", { hasText: name });

beforeAll(async () => {
  await panel.start({ turnOn: true, blockThirdPartyCookies: false });
  today = await panel.context.newPage();
  await panel.signIn(today, "admin");
  await today.evaluate(() => void Object.assign(window, { untouched: true }));
  helpdesk = await panel.context.newPage();
  await helpdesk.goto(panel.conversationUrl(1));
});
afterAll(() => panel.stop());

test("a press on “Pagar ahora” is answered in the conversation and stands in today's list", async () => {
  const name = await helpdesk.locator("#head h1").innerText();
  await helpdesk.getByRole("button", { name: "Press “Pagar ahora” as the debtor" }).click();
  await helpdesk.locator("article.outgoing", { hasText: "https://pagos.alameda.example/mi-cuenta" }).waitFor(SOON);
  await today
    .getByRole("row", { name: new RegExp(name) })
    .getByText("Wants to pay now")
    .waitFor(SOON);
  await tile("Answered").getByText("1", { exact: true }).waitFor(SOON);
});

test("a claim to have paid calls a person: note, label and team in the helpdesk, the case in the panel", async () => {
  await helpdesk.goto(panel.conversationUrl(2));
  const name = await helpdesk.locator("#head h1").innerText();
  await helpdesk.getByRole("textbox", { name: `Write as ${name}` }).fill("Ya pagué");
  await helpdesk.keyboard.press("Enter");
  await helpdesk.locator("article.private", { hasText: "ya pagó" }).waitFor(SOON);
  await helpdesk.locator("#head").getByText("saldo-persona").waitFor(SOON);
  await today.getByRole("region", { name: "Needs a person" }).getByRole("link", { name, exact: true }).waitFor(SOON);
  await tile("Answered").getByText("2", { exact: true }).waitFor(SOON);

  await today.getByRole("region", { name: "Needs a person" }).getByRole("link", { name, exact: true }).click();
  await today.getByText("Says it was paid").first().waitFor();
  await today.locator("q", { hasText: /^Ya pagué$/ }).waitFor();
});

test("nothing was reloaded, and no row is wider than its card", async () => {
  expect(await today.evaluate(() => (window as unknown as { untouched?: boolean }).untouched)).toBe(true);
  await today.goto(panel.panelUrl("/today"));
  await today.getByRole("table").first().waitFor();
  for (const width of [1440, 1390, 1200, 1000]) {
    await today.setViewportSize({ width, height: 1000 });
    const wider = await today.evaluate(
      () =>
        [...document.querySelectorAll(".card table")].filter(
          (table) => table.getBoundingClientRect().right > (table.closest(".card")?.getBoundingClientRect().right ?? 0),
        ).length,
    );
    expect({ width, wider }).toEqual({ width, wider: 0 });
  }
});
