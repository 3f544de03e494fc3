import { LONGEST_ROW } from "../domain/file-row.js";
import { type Archive, broken } from "./archive.adapter.js";
import { readXml } from "./xml.adapter.js";

/** They are the one part that has to be in memory as a whole. */
const LARGEST = 64 * 1024 * 1024;

/** The texts of a workbook, which its cells name by number. @throws DomainError `import.xlsx_too_large` */
export async function sharedStrings(archive: Archive, part: string): Promise<readonly string[]> {
  const strings: string[] = [];
  let text = "";
  let taking = false;
  // What is beside a text says how it is pronounced.
  let phonetic = false;
  const xml = readXml(archive.read(part, LARGEST), {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") phonetic = true;
      else if (name === "t") taking = !phonetic;
    },
    text(piece) {
      if (taking) text += piece;
      if (text.length > LONGEST_ROW) throw broken();
    },
    close(name) {
      if (name === "t") taking = false;
      else if (name === "rPh") phonetic = false;
      else if (name === "si") strings.push(text);
    },
  });
  for await (const _ of xml) continue;
  return strings;
}
