import { sourceFromText } from "../../../../../../server/modules/imports/file/csv-source.adapter.js";
import { type CsvTable, readTable } from "../../../../../../server/modules/imports/file/table.adapter.js";

/** A file of debts as it is read before anything is taken in. */
export function tableOf(text: string): Promise<CsvTable> {
  return readTable(sourceFromText("debts.csv", text), "debts");
}
