import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { PanelBrowser } from "./support/browser.js";
import { LARGE } from "./support/stub-segments.js";

const panel = new PanelBrowser();
beforeAll(() => panel.start());
afterAll(() => panel.stop());

test("what a segment holds is told apart from what its debts owe", async () => {
  const page = await panel.open(`segments/${LARGE}`);
  const line = page.getByText(/open debts? of \d+ debtors?, as of/);
  expect(await line.innerText()).toMatch(/as of 25\u00a0Nov\s+COP/);
});

test("conditions become a rule, said in words and counted while one edits", async () => {
  const page = await panel.open("segments", { locale: "es-CO" });
  await page.getByRole("button", { name: "Nuevo segmento" }).click();
  await page.getByLabel("Nombre").fill("Saldos altos");
  const first = page.getByRole("group", { name: "Condición 1" });
  await first.getByLabel("Qué").selectOption({ label: "saldo" });
  await first.getByLabel("Mínimo (COP)").fill("500.000,50");
  await page.getByText("Saldo: al menos COP 500.000,50").waitFor();
  await page.getByText("18 de 800 deudas abiertas, de 17 deudores").waitFor();
  await page.getByRole("button", { name: "Agregar condición" }).click();
  const second = page.getByRole("group", { name: "Condición 2" });
  await second.getByLabel("Qué").selectOption({ label: "situación laboral" });
  await second.getByLabel("Estudiante").check();
  await second.getByRole("button", { name: "no es" }).click();
  await page.getByRole("button", { name: "Crear segmento" }).click();
  await page.getByText("Segmento “Saldos altos” creado").waitFor();
  expect(panel.api.calledWith("POST", "/api/segments")?.body).toEqual({
    name: "Saldos altos",
    rule: {
      all: [{ attribute: "balance", currency: "COP", min: 50_000_050 }, { not: { attribute: "employment", in: ["student"] } }],
    },
  });
});

test("what is not filled in is asked for, and nothing is sent", async () => {
  const page = await panel.open("segments?new", { locale: "en-US" });
  const condition = page.getByRole("group", { name: "Condition 1" });
  await condition.getByLabel("What").selectOption({ label: "replies in 30 days" });
  await condition.getByLabel("At least (number)").fill("many");
  await page.getByRole("button", { name: "Create segment" }).click();
  await page.getByText("Give it a name that says whom it is about.").waitFor();
  await condition.getByText("Write a whole number, such as 30.").waitFor();
  await condition.getByLabel("At least (number)").fill("");
  await condition.getByText("Give a lowest or a highest value.").waitFor();
});

test("a segment with alternatives is told and edited as it is", async () => {
  const page = await panel.open(`segments/${LARGE}`, { locale: "en-US" });
  await page
    .getByText(
      "Balance is at least COP 500,000, time since the last reply is not at most 30 days, and (employment is Employed or Retired or promises kept is at least 1)",
    )
    .waitFor();
  await page.getByRole("button", { name: "Edit segment" }).click();
  await page.getByRole("group", { name: "Any of these" }).waitFor();
  expect(await page.getByLabel("At least (COP)").inputValue()).toBe("500,000");
});
