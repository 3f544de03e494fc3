import { afterAll, beforeAll, expect, test } from "@jest/globals";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { PanelBrowser, StubHost } from "./support/browser.js";
import { PAGES } from "./support/pages.js";
import { settled } from "./support/settle.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

async function violations(page: Page, frame = page.mainFrame()): Promise<string[]> {
  await frame.evaluate(axe.source);
  return frame.evaluate(async () => {
    const { violations: found } = await (window as unknown as { axe: typeof axe }).axe.run();
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary?.split("\n")[1]?.trim() ?? ""}`),
    );
  });
}

describePages("light");
describePages("dark");

function describePages(colorScheme: "light" | "dark"): void {
  test.each(PAGES)(`axe finds nothing on %s, ${colorScheme}`, async (path) => {
    panel.api.state.signedIn = path !== "sign-in";
    const page = await panel.open(path, { colorScheme });
    await settled(page);
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test(`axe finds nothing in opened rows, dialogs and menus, ${colorScheme}`, async () => {
    panel.api.state.signedIn = true;
    const page = await panel.open("today", { colorScheme });
    await settled(page);
    await page.getByRole("button", { name: "Why" }).first().click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "Turn on sending" }).click();
    await page.getByRole("dialog").getByRole("row").first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.context().close();
  });

  test(`axe finds nothing in the conversation tab, ${colorScheme}`, async () => {
    const tab = new StubHost(panel.url("tab"));
    panel.api.state.hostOrigin = await tab.start();
    const page = await panel.page({ colorScheme, viewport: { width: 1000, height: 700 } });
    await page.goto(tab.origin);
    const frame = page.frames()[1];
    if (!frame) throw new Error("The tab is not framed");
    await frame.getByText("Handed to a person").waitFor();
    expect(await violations(page, frame)).toEqual([]);
    await page.context().close();
    await tab.stop();
  });
}
