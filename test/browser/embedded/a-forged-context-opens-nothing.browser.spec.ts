import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { EmbeddedPanel } from "./support.js";

const panel = new EmbeddedPanel();
let evil: Server;
let evilOrigin: string;

beforeAll(async () => {
  await panel.start({ turnOn: true, blockThirdPartyCookies: false });
  evil = createServer((request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(
      request.url === "/frame" ? `<!doctype html><iframe src="${panel.panelUrl("/tab")}"></iframe>` : "<!doctype html><p>evil</p>",
    );
  });
  await new Promise<void>((resolve) => evil.listen(0, "127.0.0.1", resolve));
  evilOrigin = `http://127.0.0.1:${(evil.address() as AddressInfo).port}`;
});
afterAll(async () => {
  evil?.close();
  await panel.stop();
});

test("a page that is not the helpdesk cannot frame the panel at all", async () => {
  const page = await panel.context.newPage();
  const refused = page.waitForEvent("console", (message) => /frame-ancestors/.test(message.text()));
  await page.goto(`${evilOrigin}/frame`);
  await refused;
  const texts = await Promise.all(page.frames().map((frame) => frame.evaluate(() => document.body?.innerText ?? "").catch(() => "")));
  expect(texts.join("\n")).not.toMatch(/COP|Saldo|token/i);
  await page.close();
});

test("the policy names the helpdesk's origin and nobody else's", async () => {
  const response = await panel.context.request.get(panel.panelUrl("/tab"));
  const policy = response.headers()["content-security-policy"] ?? "";
  expect(policy.match(/frame-ancestors [^;]*/)?.[0].trim()).toBe(`frame-ancestors 'self' ${panel.demo.sandboxUrl}`);
  const api = await panel.context.request.get(`${panel.demo.saldoUrl}/api/health`);
  expect(api.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
});

test("a forged context says neither who asks nor which debtor: only the helpdesk's own window is listened to", async () => {
  const page = await panel.context.newPage();
  await page.goto(evilOrigin);
  const [helpdesk] = await Promise.all([
    page.waitForEvent("popup"),
    page.evaluate((url) => void Object.assign(window, { victim: window.open(url) }), panel.conversationUrl(1)),
  ]);
  const asked: string[] = [];
  helpdesk.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await helpdesk.locator("article").first().waitFor();
  const frame = await panel.openTab(helpdesk);
  await frame.getByLabel("Helpdesk access token").waitFor();

  const forge = async () => {
    await frame.evaluate((from) => {
      const heard = new Promise<void>((resolve) => addEventListener("message", ({ origin }) => origin === from && resolve()));
      Object.assign(window, { heard });
    }, evilOrigin);
    await page.evaluate(() => {
      const data = { conversation: { id: 2 }, contact: { id: 2 }, currentAgent: { id: 1, name: "Laura", role: "administrator" } };
      const { victim } = window as unknown as { victim: Window };
      victim.frames[0]?.postMessage(JSON.stringify({ event: "appContext", data }), "*");
    });
    // The message does arrive: it is not believed.
    await frame.evaluate(() => (window as unknown as { heard: Promise<void> }).heard);
  };

  // Nobody is signed in by naming an administrator.
  await forge();
  expect(await frame.getByLabel("Helpdesk access token").isVisible()).toBe(true);

  await panel.giveToken(frame, "agent");
  const name = await helpdesk.locator("#head h1").innerText();
  await frame.getByRole("heading", { level: 1, name }).waitFor();
  await forge();
  await frame.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await frame.getByRole("heading", { level: 1 }).innerText()).toBe(name);
  expect(asked.filter((path) => path.startsWith("/api/conversations/"))).toContain("/api/conversations/1/debtor");
  expect(asked).not.toContain("/api/conversations/2/debtor");
});
