import { expect, test } from "@jest/globals";
import { consentFor, readConsent } from "../../../../../server/modules/imports/rows/domain/consent-cell.js";
import { FormatEvidence } from "../../../../../server/modules/imports/rows/domain/format-evidence.js";
import { RowReader } from "../../../../../server/modules/imports/rows/domain/row-reader.js";
import { mapColumns } from "../../../../../server/modules/imports/rows/domain/columns.js";

const TODAY = "2026-11-30";

function given(header: string, cell: string, source = "Contrato", date = "2026-01-15") {
  const map = mapColumns("debts", [header, "origen_consentimiento", "fecha_consentimiento"]);
  const evidence = new FormatEvidence(map);
  evidence.see([cell, source, date]);
  const reader = new RowReader(map, evidence.formats, { line: 2, cells: [cell, source, date] });
  return { consent: readConsent(reader, TODAY), problems: reader.problems.map(({ code }) => code) };
}

for (const header of ["autoriza_whatsapp", "Acepta WhatsApp", "AUTORIZACIÓN WHATSAPP", "autoriza wsp", "whatsapp autorizado"])
  for (const yes of ["si", "Sí", "S", "sim", "x", "1", "WhatsApp"])
    test(`"${header}" with "${yes}"`, () => {
      const { consent, problems } = given(header, yes);
      expect(problems).toEqual([]);
      expect([consentFor(consent, "whatsapp"), consentFor(consent, "call")]).toEqual(["granted", "unknown"]);
    });

test("a no takes it back, and a yes without where and when proves nothing", () => {
  expect(consentFor(given("autoriza_whatsapp", "no").consent, "whatsapp")).toBe("withdrawn");
  expect(consentFor(given("autoriza_whatsapp", "si", "", "").consent, "whatsapp")).toBe("unknown");
});
