import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Browser, chromium } from "playwright-core";
import { SystemClock } from "../../../server/platform/clock/system-clock.js";
import { SeededRandom, SystemEntropy } from "../../../server/platform/crypto/randomness.js";
import { createSandbox, type Sandbox } from "../../../server/sandbox/index.js";
import { dashboardApp } from "./support/dashboard-app.js";
import { ADMIN, DUE_TEMPLATE, templateMessage } from "./support/stage.js";

const FLAGS =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

let browser: Browser;
let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ clock: new SystemClock(), random: new SeededRandom(3), entropy: new SystemEntropy(), nodeEnv: "test" });
  browser = await chromium.launch({ executablePath: process.env["SALDO_TEST_CHROMIUM"] ?? "/usr/bin/chromium", args: FLAGS.split(" ") });
});
afterAll(async () => {
  await browser.close();
  await sandbox.close();
});

test("the page shows a template, lets the debtor press its button, and tells the dashboard app what is open", async () => {
  const app = await dashboardApp();
  const post = async (path: string, body: unknown) => {
    const headers = { "content-type": "application/json", api_access_token: ADMIN };
    const response = await fetch(`${sandbox.url}/api/v1/accounts/1/${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    return (await response.json()) as { id: number; payload: { contact: { id: number } } };
  };
  sandbox.profiles.forEveryone({ acceptance: [5, 5], delivery: [5, 5], reading: [5, 5] });
  const template = sandbox.templates.submit("100000000000001", DUE_TEMPLATE);
  sandbox.templates.setStatus(template, "APPROVED");
  sandbox.world.inboxes.must(1).messageTemplates = [{ ...DUE_TEMPLATE, status: "APPROVED", id: template.id }];
  const contact = await post("contacts", { name: "Ana Torres", phone_number: "+573001112233", inbox_id: 1 });
  const { id } = await post("conversations", { inbox_id: 1, contact_id: contact.payload.contact.id, status: "snoozed" });
  await post("dashboard_apps", { dashboard_app: { title: "Saldo", content: [{ type: "frame", url: app.url }] } });
  await post(`conversations/${id}/messages`, templateMessage());

  const page = await browser.newPage();
  await page.goto(`${sandbox.url}/app/accounts/1/conversations/${id}?lang=es`);
  await page.locator(".ticks.read").waitFor();
  await page.getByRole("button", { name: "Pulsar «Ya pagué» como el deudor" }).click();
  await page.locator(".message.incoming").waitFor();
  const reply = await page.locator(".message.incoming .text").textContent();
  const status = await page.locator("#head select").inputValue();
  await page.getByRole("button", { name: "Saldo", exact: true }).click();
  const inside = page.frameLocator("iframe").locator("#contexts");
  await inside.getByText("2", { exact: true }).waitFor();
  const context = JSON.parse((await page.frameLocator("iframe").locator("#last").textContent()) ?? "") as Record<string, unknown>;
  await app.close();

  expect(reply).toBe("Ya pagué");
  expect(status).toBe("open");
  expect(context).toEqual({
    type: "string",
    event: "appContext",
    keys: ["conversation", "contact", "currentAgent"],
    conversationId: id,
    currentAgent: { id: 1, name: "Laura Medina", email: "laura@alameda.example" },
  });
});
