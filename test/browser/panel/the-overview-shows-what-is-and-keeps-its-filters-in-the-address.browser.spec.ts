import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanelBrowser } from "./support/browser.js";
import { cutNumbers } from "./support/cut-numbers.js";
import { settled } from "./support/settle.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("a desk's day, what is owed by age, the way to payment and what the rules kept back stand there at once", async () => {
  const page = await panel.open("overview");
  await settled(page);
  const strip = page.getByRole("region", { name: "Today, live" });
  expect(await strip.locator("[data-count=contacted] .big").textContent()).toBe("412");
  expect(await strip.locator("[data-count=denied] .sub").textContent()).toBe("112 moved, 26 dropped");
  expect(await strip.locator("[data-count=promised] .sub").textContent()).toBe("COP\u00a031.2M");
  const ages = page.getByRole("table", { name: "Balance by age" });
  expect(
    await ages
      .getByRole("row", { name: /^91\+ days/ })
      .getByRole("cell")
      .allTextContents(),
  ).toEqual(["734.9", "1,242"]);
  const funnel = page.getByRole("table", { name: "Contact funnel" });
  expect(await funnel.getByRole("row", { name: /^Agreed/ }).textContent()).toContain("39.8%");
  await page.getByRole("region", { name: "Denied by rule" }).getByText("1,214 denied").waitFor();
  await page.getByRole("link", { name: "Open: 3 people wait for an answer" }).waitFor();
  await page.context().close();
});

test("filters are the address: a reload shows the same, and another currency never stands beside the first", async () => {
  const page = await panel.open("overview");
  await settled(page);
  await page.getByRole("button", { name: "MXN" }).click();
  await page.getByRole("button", { name: /^Period/ }).click();
  await page.getByRole("button", { name: /^Last month/ }).click();
  await page.getByRole("link", { name: "Portfolio" }).click();
  await page.waitForURL(/tab=portfolio/);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ currency: "MXN", period: "lastMonth", tab: "portfolio" });
  await page.reload();
  await settled(page);
  expect(await page.getByRole("button", { name: "MXN" }).getAttribute("aria-pressed")).toBe("true");
  await page.getByRole("button", { name: /^Period\s*1–31/ }).waitFor();
  const asked = panel.api.calledWith("GET", "/api/overview/funnel");
  expect([asked?.query.get("from"), asked?.query.get("to")]).toEqual(["2026-10-01", "2026-10-31"]);
  expect(
    await page
      .getByRole("table", { name: "Balance by age" })
      .getByRole("row", { name: /^Total/ })
      .textContent(),
  ).toContain("12,481");
  await page.context().close();
});

test("no number of any tile or card is cut or goes on in the next line, however wide the window", async () => {
  const page = await panel.page({ locale: "es-CO" });
  const cut: string[] = [];
  for (const tab of ["", "portfolio", "effectiveness", "agents", "compliance", "money"]) {
    await panel.visit(page, `overview?currency=MXN&tab=${tab}`);
    for (const width of [1440, 1000, 400]) {
      await page.setViewportSize({ width, height: 1000 });
      cut.push(...(await cutNumbers(page)).map((number) => `${tab} ${width}: ${number}`));
    }
  }
  expect(cut).toEqual([]);
  await page.context().close();
});

test("a tile that counts debtors of all currencies says so beside one that does not", async () => {
  const page = await panel.open("overview?tab=portfolio&currency=MXN");
  await settled(page);
  const foot = (id: string) => page.locator(`[data-metric="${id}"] .foot`).textContent();
  expect(await page.locator('[data-metric="portfolio.outstanding"] .big').textContent()).toBe("MXN\u00a0937,597");
  expect(await foot("portfolio.outstanding")).toContain("n 1,000 debts");
  expect(await foot("portfolio.outstanding")).not.toContain("all currencies");
  expect(await foot("portfolio.debtors")).toContain("all currencies");
  await page.context().close();
});

test("a long case says what it waits for, since when and who has it", async () => {
  const page = await panel.open("overview?tab=agents");
  await settled(page);
  const card = page.getByRole("region", { name: "Long cases", exact: true });
  expect(
    await card
      .getByRole("row", { name: /^Marisol/ })
      .getByRole("cell")
      .allTextContents(),
  ).toEqual(["Has a question", "somebody to take it", expect.stringMatching(/9.Nov/), "17 days", "Nobody"]);
  await card.getByText("1 wait for a decision, the longest open for 16 days").waitFor();
  await page.context().close();
});

test("a currency in which nobody owes is said on top, with those there are", async () => {
  for (const path of ["overview?currency=XXX", "widget/ages?currency=XXX"]) {
    const page = await panel.open(path);
    await settled(page);
    const told = page.getByRole("alert").filter({ hasText: "Nobody owes in XXX" });
    await told.waitFor();
    expect(await page.locator(".tile").count()).toBe(0);
    expect(await page.getByRole("button", { name: "XXX", exact: true }).count()).toBe(0);
    await told.getByRole("button", { name: "Show MXN" }).click();
    await page.getByRole("table", { name: "Balance by age" }).waitFor();
    expect(new URL(page.url()).searchParams.get("currency")).toBe("MXN");
    await page.context().close();
  }
});

test("chips narrow the figures, and what cannot be cut is not shown as a whole", async () => {
  const page = await panel.open("overview");
  await settled(page);
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("button", { name: "Customer type" }).click();
  await page.getByRole("checkbox", { name: /^company/i }).check();
  await page.keyboard.press("Escape");
  await page.waitForURL(/where=customer_type(:|%3A)company/);
  await settled(page);
  const ages = page.getByRole("table", { name: "Balance by age" });
  expect(await ages.getByRole("row", { name: /^Total/ }).textContent()).toContain("1,241");
  expect(panel.api.calledWith("GET", "/api/figures/filtered")?.query.get("where")).toBe("customer_type:company");
  const tile = page.locator("[data-metric='cost.per-recovered']");
  expect(await tile.textContent()).toContain("Cannot be cut by customer type");
  await page.getByRole("region", { name: "Roll rates" }).getByText("cannot be cut by customer type").waitFor();
  expect(await page.locator("[data-metric='recovery.period'] a.big").getAttribute("href")).toMatch(/where=customer_type(:|%3A)company/);
  const card = page.getByRole("region", { name: "Balance by age" });
  await card.getByRole("button", { name: "Balance by age: definition, link, files" }).press("Enter");
  const file = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Table (CSV)" }).click();
  expect(await streamed(await (await file).createReadStream())).toMatch(/Only Customer type Company|Only customer type Company/i);
  await page.getByRole("button", { name: "Take the filter away: customer type" }).click();
  await page.waitForURL((url) => !url.search.includes("where"));
  await page.context().close();
});

test("hours of the week are read by keyboard, and what is off target stands on top", async () => {
  const page = await panel.open("overview?tab=effectiveness");
  await settled(page);
  const card = page.getByRole("region", { name: "When people answer" });
  await card.getByRole("button", { name: /Monday 09:00/ }).focus();
  await page.keyboard.press("ArrowRight");
  await card.locator(".readout", { hasText: "Monday 12:00" }).waitFor();
  await page.goto(panel.url("overview"));
  await settled(page);
  const off = page.locator(".headlines [data-tone=bad]");
  expect(await off.textContent()).toContain("Cost of recovery");
  await page.context().close();
});

test("own dates that cannot be are refused in words beside the field", async () => {
  const page = await panel.open("overview");
  await settled(page);
  await page.getByRole("button", { name: /^Period/ }).click();
  await page.getByLabel("From").fill("2026-11-20");
  await page.getByLabel("To", { exact: true }).fill("2026-11-10");
  await page.getByRole("button", { name: "Show these days" }).click();
  await page.getByText("The period ends before it begins").waitFor();
  expect(new URL(page.url()).searchParams.get("from")).toBeNull();
  await page.context().close();
});

test("what happens shows by itself, in place and without a new page", async () => {
  const page = await panel.open("overview");
  await settled(page);
  const paid = page.locator("[data-count=paid] .big");
  expect(await paid.textContent()).toBe("51");
  await page.evaluate(() => void Object.assign(window, { untouched: true }));
  panel.api.state.paidToday = 52;
  panel.api.announce();
  await page.locator("[data-count=paid] .big", { hasText: "52" }).waitFor();
  expect(await page.evaluate(() => "untouched" in window)).toBe(true);
  await page.context().close();
});

test("each card is a table too, and a file that says what it shows", async () => {
  const page = await panel.open("overview");
  await settled(page);
  const card = page.getByRole("region", { name: "Denied by rule" });
  await card.getByRole("button", { name: "Denied by rule: show as table" }).press("Enter");
  await card.getByRole("columnheader", { name: "Moved" }).waitFor();
  expect(await card.getByRole("row").nth(4).getByRole("cell").allTextContents()).toEqual([
    "Ley 2300 de 2023, art. 3; Ley 51 de 1983",
    "A",
    "73",
    "68",
    "141",
  ]);
  await card.getByRole("button", { name: "Denied by rule: definition, link, files" }).press("Enter");
  const file = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Table (CSV)" }).click();
  const text = await streamed(await (await file).createReadStream());
  expect(text).toContain("Alameda Hogar: Denied by rule");
  expect(text).toMatch(/Period 1–25.Nov, currency COP/);
  expect(text).toContain("America/Bogota");
  expect(text).toContain('CO-2300/one_contact_a_day,"Ley 2300 de 2023, art. 3",A,431,0,431');
  await card.getByRole("button", { name: "Denied by rule: definition, link, files" }).press("Enter");
  const workbook = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Workbook (XLSX)" }).click();
  expect((await streamed(await (await workbook).createReadStream(), "latin1")).slice(0, 2)).toBe("PK");
  await card.getByRole("button", { name: "Denied by rule: definition, link, files" }).press("Enter");
  const picture = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Picture (PNG)" }).click();
  expect((await streamed(await (await picture).createReadStream(), "latin1")).slice(1, 4)).toBe("PNG");
  await page.context().close();
});

test("an account without debts is told what to do first", async () => {
  panel.api.state.empty = true;
  const page = await panel.open("overview");
  await settled(page);
  await page.getByRole("heading", { name: "Nothing to show yet" }).waitFor();
  expect(await page.getByRole("link", { name: "Import debts" }).getAttribute("href")).toMatch(/\/imports$/);
  panel.api.state.empty = false;
  await page.context().close();
});

test("an agent lands on the day's work, an administrator on the overview", async () => {
  panel.api.state.role = "agent";
  const agent = await panel.open("");
  await agent.waitForURL(panel.url("today"));
  await agent.context().close();
  panel.api.state.role = "administrator";
  const admin = await panel.open("");
  await admin.waitForURL(panel.url("overview"));
  await admin.context().close();
});

async function streamed(stream: AsyncIterable<Buffer>, encoding: BufferEncoding = "utf8"): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString(encoding);
}
