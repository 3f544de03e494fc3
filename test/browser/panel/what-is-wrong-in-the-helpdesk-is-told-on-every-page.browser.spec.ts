import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { settledCount } from "../settled-count.js";
import { PanelBrowser } from "./support/browser.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("what is wrong in the helpdesk is told on every page, with the way to mend it, and is gone when it is mended", async () => {
  const since = "2026-11-25T14:00:00.000Z";
  panel.api.state.troubles = [
    { trouble: "sender_refused", halts: true, since },
    { trouble: "team_missing", halts: false, since },
  ];
  for (const name of ["today", "debtors"]) {
    const page = await panel.open(name);
    const sender = page.locator("[data-trouble=sender_refused]");
    await sender.getByText("Nothing is sent while it lasts.").waitFor();
    expect(await sender.innerText()).toContain("Connect the account again");
    expect(await page.locator("[data-trouble=team_missing]").innerText()).not.toContain("Nothing is sent");
  }
  panel.api.state.troubles = [];
  const page = await panel.open("today");
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await settledCount(page.locator("[data-trouble]"), 0)).toBe(0);
});
