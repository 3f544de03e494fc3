import { words } from "../../../../shared/words.js";

/** What a debtor lives on, as far as the creditor knows; segments tell messages and hours apart by it. */
export const EMPLOYMENTS = ["employed", "self_employed", "retired", "unemployed", "student", "other"] as const;
export type Employment = (typeof EMPLOYMENTS)[number];

/** As files of the region say it, without gender endings' accents. */
const SAID: Readonly<Record<Exclude<Employment, "other">, string>> = {
  employed: `employee, salaried, wage earner, full time, part time, empleado, empleada, asalariado, asalariada, dependiente, trabajador,
    trabajadora, nomina, empregado, empregada, assalariado, assalariada, clt, registrado, registrada, funcionario, funcionaria,
    funcionario publico, servidor publico, servidora publica`,
  self_employed: `self employed, freelance, freelancer, independent, business owner, independiente, cuenta propia, por cuenta propia,
    trabajador independiente, trabajadora independiente, comerciante, profesional independiente, honorarios, autonomo, autonoma,
    trabalhador autonomo, mei, profissional liberal, empresario, empresaria`,
  retired: "pensioner, pensionado, pensionada, jubilado, jubilada, retirado, retirada, aposentado, aposentada, pensionista",
  unemployed: `no job, out of work, desempleado, desempleada, sin empleo, cesante, desocupado, desocupada, parado, parada, desempregado,
    desempregada, sem emprego`,
  student: "estudiante, universitario, universitaria, estudante, universitario, universitaria, bolsista",
};

const EMPLOYMENT_OF = new Map(
  Object.entries(SAID).flatMap(([employment, said]) =>
    [employment, ...said.split(",")].map((text) => [words(text).join(" "), employment as Employment] as const),
  ),
);

/** Files also keep professions in such a column: what is none of these is `other`, for no row is worth losing over it. */
export function employmentOf(text: string): Employment {
  return EMPLOYMENT_OF.get(words(text).join(" ")) ?? "other";
}
