import { addDays, type CalendarDate } from "../../server/shared/calendar.js";
import { SeededRandom } from "../../server/platform/crypto/randomness.js";

const FIRST = [
  "Marisol",
  "Andrés",
  "Paola",
  "Jhon",
  "Luz Dary",
  "Camilo",
  "Valentina",
  "Óscar",
  "Yuliana",
  "Fabián",
  "Nubia",
  "Sebastián",
  "Adriana",
  "Wilson",
  "Tatiana",
  "Hernán",
  "Ana Lucía",
  "Édgar",
  "Catalina",
  "Mauricio",
];
const LAST = [
  "Quintero Ávila",
  "Peña Ruiz",
  "Castañeda Gil",
  "Rincón Mora",
  "D'Angelo Páez",
  "Bermúdez Soto",
  "Londoño Cruz",
  "Ibáñez León",
  "Zuluaga Ríos",
  "Cárdenas Niño",
  "Ospina Vega",
  "Muñoz Lara",
];
const PRODUCTS = ["Crédito hogar", "Servicio técnico", "Tarjeta Alameda", "Plan de electrodomésticos"];

/** Days past due that meet a step of the default cadence on the demo's day, so that every stage shows. */
const ON_A_STEP = [-2, 0, 5, 12, 20, 35, 50, 70, 95, 125, 5, 12, 35];
/** Debts that are owed and not due for a message today. */
const BETWEEN_STEPS = [-20, -9, 2, 27, 44, 88, 140];

/** Cases that must be seen in any demo: each is refused for a reason of its own. */
type Oddity = "no_consent" | "withdrawn" | "shared_number" | "no_country" | "no_phone" | "second_debt" | null;
const ODDITIES: readonly Oddity[] = [
  null,
  null,
  "no_consent",
  null,
  "second_debt",
  null,
  "withdrawn",
  null,
  null,
  "shared_number",
  null,
  "second_debt",
  null,
  "no_country",
  null,
  null,
  "no_phone",
];

const HEADER =
  "external_id,name,phone,country,language,consent,consent_source,consent_date,reference,product,principal,balance,currency,due_date";

/** A small file of debts as a creditor has it, dated around `today`. The same day gives the same file. */
export function demoPortfolio(today: CalendarDate, debtors = 48): string {
  const random = new SeededRandom(20_261_122);
  const lines = [HEADER];
  let shared = "";
  for (let i = 0; i < debtors; i++) {
    const oddity = ODDITIES[i % ODDITIES.length] ?? null;
    const phone = `+57300${String(5_550_100 + i * 37).padStart(7, "0")}`;
    const first = FIRST[random.int(FIRST.length)] ?? "Ana";
    const last = LAST[random.int(LAST.length)] ?? "Ruiz";
    const offsets = i % 3 === 2 ? BETWEEN_STEPS : ON_A_STEP;
    const dueDate = addDays(today, -(offsets[random.int(offsets.length)] ?? 5));
    const number = oddity === "shared_number" && shared ? shared : oddity === "no_phone" ? "" : phone;
    if (oddity === "shared_number") shared = number;
    const consent =
      oddity === "no_consent"
        ? ",,"
        : oddity === "withdrawn"
          ? `no,chat,${addDays(today, -40)}`
          : `whatsapp,contrato,${addDays(today, -300 - random.int(200))}`;
    const person = [`C-${1001 + i}`, `"${first} ${last}"`, number, oddity === "no_country" ? "" : "CO", "es", consent].join(",");
    lines.push(`${person},${debt(random, `CH-${118_200 + i}`, dueDate)}`);
    if (oddity === "second_debt") lines.push(`${person},${debt(random, `OS-${7_700 + i}`, addDays(dueDate, 9))}`);
  }
  return `${lines.join("\n")}\n`;
}

function debt(random: SeededRandom, reference: string, dueDate: CalendarDate): string {
  const principal = 50_000 + random.int(40) * 23_100;
  const balance = random.int(4) === 0 ? Math.round(principal * 0.6) : principal;
  return [reference, PRODUCTS[random.int(PRODUCTS.length)], `${principal}.00`, `${balance}.00`, "COP", dueDate].join(",");
}
