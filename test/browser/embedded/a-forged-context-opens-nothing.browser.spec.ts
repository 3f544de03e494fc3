import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { EmbeddedPanel } from "./support.js";

const panel = new EmbeddedPanel();
let evil: Server;
let evilOrigin: string;

beforeAll(async () => {
  await panel.start({ turnOn: false, blockThirdPartyCookies: false });
  const tab = `${panel.demo.saldoUrl}/a/${panel.demo.installed.account}/tab`;
  evil = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(`<!doctype html><iframe src="${tab}" width="400" height="700"></iframe><script>
      onmessage = () => document.querySelector("iframe").contentWindow.postMessage(JSON.stringify({event: "appContext", data: {conversation: {id: 1}, contact: {}, currentAgent: {id: 1}}}), "*");
    </script>`);
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
  const refused: string[] = [];
  page.on("console", (message) => refused.push(message.text()));
  await page.goto(evilOrigin);
  await page.waitForTimeout(1_500);
  expect(refused.join("\n")).toMatch(/frame-ancestors/);
  expect(
    await page
      .frameLocator("iframe")
      .locator("body")
      .innerText()
      .catch(() => ""),
  ).not.toMatch(/COP|Saldo/);
});

test("the policy names the helpdesk's origin and nobody else's", async () => {
  const response = await panel.context.request.get(`${panel.demo.saldoUrl}/a/${panel.demo.installed.account}/tab`);
  const policy = response.headers()["content-security-policy"] ?? "";
  expect(policy).toContain(`frame-ancestors 'self' ${panel.demo.sandboxUrl}`);
  const api = await panel.context.request.get(`${panel.demo.saldoUrl}/api/health`);
  expect(api.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
});
