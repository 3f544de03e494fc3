import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Frame, Page, Request } from "playwright-core";
import { settledCount } from "../settled-count.js";
import { EmbeddedPanel } from "./support.js";

const panel = new EmbeddedPanel();
let page: Page;
let frame: Frame;
const requests: Request[] = [];
const cookiesSentTo = async (origin: string) =>
  (await Promise.all(requests.filter((request) => request.url().startsWith(origin)).map((request) => request.allHeaders()))).map(
    (headers) => headers["cookie"] ?? "",
  );

beforeAll(async () => {
  await panel.start({ turnOn: true, blockThirdPartyCookies: true });
  page = await panel.context.newPage();
  // Only what was answered: the headers of a request that the reload cut off are never told.
  page.on("requestfinished", (request) => requests.push(request));
  await page.goto(panel.conversationUrl(1));
  await page.locator("article").first().waitFor();
  frame = await panel.openTab(page);
});
afterAll(() => panel.stop());

test("the browser does block third-party cookies", async () => {
  const kept = await frame.evaluate(() => {
    document.cookie = "unpartitioned=1; SameSite=None; Secure; Path=/";
    return document.cookie;
  });
  expect(kept).toBe("");
});

test("the tab asks for a sign-in, takes it inside the frame and shows the debtor of the conversation", async () => {
  await panel.giveToken(frame, "agent");
  await frame.getByRole("heading", { level: 1, name: await page.locator("#head h1").innerText() }).waitFor();
  expect(await frame.getByRole("region", { name: "Owes what" }).innerText()).toMatch(/COP\s[\d,]+/);
  const answers = frame.getByRole("region", { name: "May we write now, and why" });
  await answers.getByText("Ley 2300").first().waitFor();
});

test("it is still signed in when the tab is opened again", async () => {
  await page.reload();
  await page.locator("article").first().waitFor();
  frame = await panel.openTab(page);
  await frame.getByRole("region", { name: "Owes what" }).waitFor();
  expect(await settledCount(frame.getByLabel("Helpdesk access token"), 0)).toBe(0);
});

test("the session is bound to the helpdesk's site, hidden from scripts, and never sent to the helpdesk", async () => {
  const cookies = await panel.context.cookies([panel.demo.saldoUrl, panel.demo.sandboxUrl]);
  const session = cookies.find((cookie) => cookie.name === "__Host-saldo");
  expect(session).toMatchObject({ httpOnly: true, secure: true, sameSite: "None", path: "/" });
  expect((session as { partitionKey?: string }).partitionKey).toContain("127.0.0.1");
  expect(await frame.evaluate(() => document.cookie)).toBe("");

  // After the sign-in the helpdesk was asked many times, and the reload would have taken the cookie along.
  const [toSaldo, toHelpdesk] = [await cookiesSentTo(panel.demo.saldoUrl), await cookiesSentTo(panel.demo.sandboxUrl)];
  expect(toSaldo.some((cookie) => cookie.includes("__Host-saldo="))).toBe(true);
  expect(toHelpdesk.length).toBeGreaterThan(10);
  expect(toHelpdesk.filter((cookie) => cookie.includes("saldo"))).toEqual([]);

  // Opened by itself the panel is another partition: nobody is signed in there.
  const alone = await panel.context.newPage();
  await alone.goto(panel.panelUrl("/today"));
  await alone.getByLabel("Helpdesk access token").waitFor();
});
