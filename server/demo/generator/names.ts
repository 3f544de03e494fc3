import type { Random } from "../../platform/crypto/randomness.js";
import { happens } from "./chance.js";
import type { GeneratedCountry } from "./portfolio-row.js";
import { Weighted } from "./weighted.js";

interface NameHabits {
  readonly women: Weighted<string>;
  readonly men: Weighted<string>;
  readonly last: Weighted<string>;
  /** Words between the first names and the last ones. */
  readonly particles: Weighted<string>;
  readonly trades: readonly string[];
  readonly suffixes: readonly string[];
}

/** Lists are names that are common in each country, most common first; who they are put together for does not exist. */
const HABITS: Readonly<Record<GeneratedCountry, NameHabits>> = {
  CO: {
    women: list(`María, Luz, Ana, Diana, Sandra, Paola, Marisol, Claudia, Martha, Valentina, Adriana, Yuliana, Catalina, Nubia,
      Tatiana, Ángela, Ximena, Lucía, Mónica, Yamile, Íngrid, Zoraida, Beatriz, Leidy`),
    men: list(`Juan, Carlos, José, Andrés, Luis, Jorge, Camilo, Jhon, Óscar, Sebastián, Fabián, Hernán, Mauricio, Wilson,
      Édgar, Héctor, Iván, Rubén, Álvaro, Dairo, Nicolás, Germán, Milton, Brayan`),
    last: list(`Rodríguez, Gómez, González, Martínez, García, López, Hernández, Sánchez, Ramírez, Pérez, Díaz, Muñoz, Rojas, Moreno, Jiménez,
      Vargas, Castro, Ortiz, Quintero, Suárez, Cárdenas, Peña, Castañeda, Rincón, Bermúdez, Londoño, Ibáñez, Zuluaga, Ospina, Niño, Ávila, Páez,
      Mosquera, Palacios, Bolaños, Chávez, Arango, Echeverry, Murillo, Agudelo, Acuña, Güiza, D'Angelo, D'Luyz, O'Byrne`),
    particles: new Weighted([
      ["", 98],
      ["de la ", 1],
      ["del ", 1],
    ]),
    trades: ["Comercializadora", "Ferretería", "Distribuciones", "Inversiones", "Droguería", "Transportes", "Panadería", "Confecciones"],
    suffixes: ["S.A.S.", "Ltda.", "y Cía."],
  },
  MX: {
    women: list(`María, Guadalupe, Juana, Verónica, Rosa, Leticia, Patricia, Gabriela, Adriana, Xóchitl, Itzel, Sofía, Ximena,
      Citlali, Araceli, Yolanda, Inés, Esperanza, Lucía, Brenda, Mónica`),
    men: list(`José, Juan, Luis, Francisco, Antonio, Jesús, Miguel, Pedro, Alejandro, Jorge, Carlos, Martín, Ricardo, Héctor,
      Raúl, Óscar, Ángel, Iván, Ramón, Germán, Julián, Efraín, Nahum, Ulises, Álvaro, Saúl, Cuauhtémoc`),
    last: list(`Hernández, García, Martínez, López, González, Pérez, Rodríguez, Sánchez, Ramírez, Cruz, Flores, Gómez, Morales, Vázquez, Jiménez,
      Reyes, Díaz, Torres, Gutiérrez, Ruiz, Mendoza, Aguilar, Ortiz, Castillo, Moreno, Chávez, Núñez, Domínguez, Juárez, Muñoz, Ibarra, Peña,
      Zúñiga, Cervantes, Trejo, Bañuelos, Xicoténcatl, Ku, Pech, Tzuc, Argüelles, Ordóñez, D'Acosta, O'Farrill`),
    particles: new Weighted([
      ["", 96],
      ["de la ", 2],
      ["de los ", 1],
      ["del ", 1],
    ]),
    trades: ["Abarrotes", "Refaccionaria", "Comercial", "Grupo", "Tortillería", "Autotransportes", "Papelería", "Muebles"],
    suffixes: ["S.A. de C.V.", "S. de R.L. de C.V.", "S.A.P.I."],
  },
  BR: {
    women: list(`Maria, Ana, Adriana, Juliana, Márcia, Fernanda, Patrícia, Aline, Sandra, Camila, Bruna, Jéssica, Letícia,
      Vanessa, Mariana, Sônia, Inês, Conceição, Aparecida, Tatiane, Íris, Débora, Ângela, Assunção, Iara`),
    men: list(`José, João, Antônio, Francisco, Carlos, Paulo, Marcos, Lucas, Luiz, Gabriel, Rafael, Vinícius, Thiago, Luís,
      Márcio, Cláudio, César, Fábio, Sebastião, Raimundo, Otávio, Estêvão, Ubirajara`),
    last: list(`Silva, Santos, Oliveira, Souza, Pereira, Ferreira, Lima, Alves, Rodrigues, Costa, Ribeiro, Gomes, Carvalho, Almeida, Martins,
      Araújo, Melo, Barbosa, Rocha, Nascimento, Cardoso, Dias, Teixeira, Moreira, Cavalcânti, Monteiro, Mendes, Freitas, Correia, Nogueira,
      Gonçalves, Magalhães, Assunção, Guimarães, Leitão, Brandão, Simões, Conceição, Antunes, Bragança, Müller, D'Ávila, Sant'Anna`),
    particles: new Weighted([
      ["", 60],
      ["da ", 14],
      ["de ", 14],
      ["dos ", 9],
      ["do ", 3],
    ]),
    trades: ["Comércio", "Mercado", "Padaria", "Oficina", "Farmácia", "Transportes", "Confecções", "Móveis"],
    suffixes: ["Ltda.", "ME", "EIRELI", "e Irmãos Ltda."],
  },
};

/** First names and last names as they are written in the country: two last names, of which Brazil often leaves one out. */
export function personName(random: Random, country: GeneratedCountry): string {
  const { women, men, last, particles } = HABITS[country];
  const first = happens(random, 0.5) ? women : men;
  const one = first.pick(random);
  const two = happens(random, 0.35) ? first.pick(random) : one;
  const given = two === one ? one : `${one} ${two}`;
  const second = country === "BR" && happens(random, 0.35) ? "" : `${last.pick(random)} `;
  return `${given} ${second}${particles.pick(random)}${last.pick(random)}`;
}

export function companyName(random: Random, country: GeneratedCountry): string {
  const { last, trades, suffixes } = HABITS[country];
  return `${trades[random.int(trades.length)]} ${last.pick(random)} ${last.pick(random)} ${suffixes[random.int(suffixes.length)]}`;
}

function list(names: string): Weighted<string> {
  return Weighted.ranked(names.split(",").map((name) => name.trim()));
}
