import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Page } from "playwright-core";
import { settledCount } from "../settled-count.js";
import { PanelBrowser, StubHost } from "./support/browser.js";

const panel = new PanelBrowser();
const hosts: StubHost[] = [];

async function framed(message?: string): Promise<{ host: StubHost; page: Page }> {
  const host = new StubHost(panel.url("tab"), message);
  hosts.push(host);
  await host.start();
  return { host, page: await panel.page({ viewport: { width: 400, height: 900 } }) };
}
const tabOf = (page: Page) => page.frameLocator("iframe");
const askedFor = () => panel.api.calls.filter(({ path }) => path.startsWith("/api/conversations/"));

beforeAll(() => panel.start());
afterAll(async () => {
  await panel.stop();
  await Promise.all(hosts.map((host) => host.stop()));
});

test("the helpdesk's context opens the debtor of its conversation", async () => {
  const { host, page } = await framed();
  panel.api.state.hostOrigin = host.origin;
  await page.goto(host.origin);
  await tabOf(page).getByRole("heading", { level: 1, name: "Marisol Quintero Ávila" }).waitFor();
  expect(await page.evaluate(() => (window as unknown as { asked: number }).asked)).toBeGreaterThan(0);
  expect(await settledCount(tabOf(page).getByText("You may reply now"), 1)).toBe(1);
});

test("the same message from a page under another origin changes nothing", async () => {
  const before = askedFor().length;
  const { host, page } = await framed();
  panel.api.state.hostOrigin = "https://desk.example";
  await page.goto(host.origin);
  await tabOf(page).getByText("Saldo listens only to https://desk.example").waitFor();
  expect(askedFor()).toHaveLength(before);
});

const MALFORMED = [
  "not json",
  "{}",
  JSON.stringify({ event: "appContext", data: { conversation: { id: "48211" } } }),
  JSON.stringify({ event: "appContext", data: null }),
  JSON.stringify({ event: "other", data: { conversation: { id: 48_211 } } }),
];
test.each(MALFORMED)("a malformed message changes nothing: %s", async (message) => {
  const before = askedFor().length;
  const { host, page } = await framed(message);
  panel.api.state.hostOrigin = host.origin;
  await page.goto(host.origin);
  await tabOf(page).getByText("The helpdesk did not say which conversation is open").waitFor();
  expect(askedFor()).toHaveLength(before);
});

test("a message from inside the tab itself is not the host's", async () => {
  const before = askedFor().length;
  const { host, page } = await framed("not json");
  panel.api.state.hostOrigin = host.origin;
  await page.goto(host.origin);
  await tabOf(page).getByText("The helpdesk did not say").waitFor();
  const frame = page.frames()[1];
  await frame?.evaluate(() => window.postMessage(JSON.stringify({ event: "appContext", data: { conversation: { id: 48_211 } } }), "*"));
  await frame?.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  expect(askedFor()).toHaveLength(before);
});

test("a conversation of nobody who owes has a clear answer", async () => {
  const { host, page } = await framed(JSON.stringify({ event: "appContext", data: { conversation: { id: 9 } } }));
  panel.api.state.hostOrigin = host.origin;
  await page.goto(host.origin);
  await tabOf(page).getByText("No debtor for this conversation").waitFor();
  expect(askedFor().at(-1)?.path).toBe("/api/conversations/9/debtor");
});

test("signed out, the tab signs in inside the frame", async () => {
  const { host, page } = await framed();
  panel.api.state.hostOrigin = host.origin;
  panel.api.state.signedIn = false;
  await page.goto(host.origin);
  await tabOf(page).getByLabel("Helpdesk access token").fill("right-token-of-laura");
  await tabOf(page).getByRole("button", { name: "Sign in" }).click();
  await tabOf(page).getByRole("heading", { level: 1, name: "Marisol Quintero Ávila" }).waitFor();
  expect(page.url()).toBe(`${host.origin}/`);
});
