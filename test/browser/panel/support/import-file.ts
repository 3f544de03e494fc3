import type { Page } from "playwright-core";

/** Chooses a file on the imports page and reads it, up to its columns. */
export async function importFile(page: Page, name: string, buffer = Buffer.from("external_id,name\r\n1,Ana\r\n")): Promise<void> {
  await page.getByLabel("File", { exact: true }).setInputFiles({ name, mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Read the file" }).click();
  await page.getByRole("table", { name: "Columns of the file" }).waitFor();
}
