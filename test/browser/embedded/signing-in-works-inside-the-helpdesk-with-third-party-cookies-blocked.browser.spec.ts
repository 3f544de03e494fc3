import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { FrameLocator, Page } from "playwright-core";
import { ADMIN_TOKEN, EmbeddedPanel } from "./support.js";

const panel = new EmbeddedPanel();
let page: Page;
let frame: FrameLocator;
const cookiesToHelpdesk: string[] = [];

beforeAll(async () => {
  await panel.start({ turnOn: true, blockThirdPartyCookies: true });
  page = await panel.context.newPage();
  page.on("request", (request) => {
    if (request.url().startsWith(panel.demo.sandboxUrl))
      void request.allHeaders().then((headers) => cookiesToHelpdesk.push(headers["cookie"] ?? ""));
  });
  await page.goto(`${panel.demo.sandboxUrl}/app/accounts/1/conversations/1`);
  await page
    .getByRole("tab", { name: "Saldo" })
    .or(page.getByText("Saldo", { exact: true }))
    .first()
    .click();
  frame = page.frameLocator("iframe");
});
afterAll(() => panel.stop());

test("the tab asks for a sign-in, takes it inside the frame and shows the debtor of the conversation", async () => {
  await frame.locator("input").first().fill(ADMIN_TOKEN);
  await frame.locator("input").first().press("Enter");
  await frame.getByText("COP", { exact: false }).first().waitFor();
  const text = await frame.locator("body").innerText();
  expect(text).toMatch(/COP\s[\d,]+/);
  expect(text).toMatch(/Ley 2300/);
});

test("it is still signed in when the tab is opened again", async () => {
  await page.reload();
  await page
    .getByRole("tab", { name: "Saldo" })
    .or(page.getByText("Saldo", { exact: true }))
    .first()
    .click();
  await page.frameLocator("iframe").getByText("COP", { exact: false }).first().waitFor();
});

test("the session is bound to the helpdesk's site, hidden from scripts, and never sent to the helpdesk", async () => {
  const cookies = await panel.context.cookies([panel.demo.saldoUrl, panel.demo.sandboxUrl]);
  const session = cookies.find((cookie) => cookie.name === "__Host-saldo");
  expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: "None" });
  expect((session as { partitionKey?: string }).partitionKey).toContain("127.0.0.1");
  expect(cookiesToHelpdesk.join(" ")).not.toContain("saldo");
  // Opened by itself the panel is another partition: nobody is signed in there.
  const alone = await panel.context.newPage();
  await alone.goto(panel.demo.installed.panelUrl);
  await alone
    .getByText(/access token/i)
    .first()
    .waitFor();
});
