import type { Random } from "../../platform/crypto/randomness.js";
import { happens } from "./chance.js";
import type { GeneratedCountry } from "./portfolio-row.js";
import { Weighted } from "./weighted.js";

interface NameHabits {
  readonly first: Weighted<string>;
  readonly last: Weighted<string>;
  /** Words between the first names and the last ones. */
  readonly particles: Weighted<string>;
  readonly trades: readonly string[];
  readonly suffixes: readonly string[];
}

/** Lists are names that are common in each country, most common first; who they are put together for does not exist. */
const HABITS: Readonly<Record<GeneratedCountry, NameHabits>> = {
  CO: {
    first:
      list(`María, Luz, Juan, Carlos, José, Andrés, Ana, Luis, Diana, Sandra, Paola, Jorge, Camilo, Marisol, Claudia, Jhon, Óscar, Martha,
      Sebastián, Valentina, Fabián, Adriana, Hernán, Yuliana, Catalina, Mauricio, Nubia, Wilson, Tatiana, Édgar, Ángela, Héctor, Ximena, Iván,
      Rubén, Lucía, Álvaro, Mónica, Dairo, Yamile, Nicolás, Íngrid, Germán, Zoraida, Milton, Beatriz, Brayan, Leidy`),
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
    first:
      list(`María, José, Juan, Guadalupe, Luis, Francisco, Juana, Antonio, Jesús, Miguel, Pedro, Alejandro, Verónica, Rosa, Jorge, Carlos,
      Martín, Leticia, Patricia, Ricardo, Héctor, Gabriela, Raúl, Óscar, Adriana, Xóchitl, Itzel, Ángel, Sofía, Ximena, Iván, Ramón, Citlali,
      Araceli, Germán, Julián, Yolanda, Inés, Efraín, Nahum, Esperanza, Ulises, Lucía, Álvaro, Brenda, Saúl, Mónica, Cuauhtémoc`),
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
    first:
      list(`Maria, José, Ana, João, Antônio, Francisco, Carlos, Paulo, Adriana, Juliana, Marcos, Lucas, Márcia, Fernanda, Patrícia, Aline,
      Luiz, Sandra, Camila, Gabriel, Rafael, Bruna, Jéssica, Letícia, Vanessa, Vinícius, Mariana, Thiago, Luís, Márcio, Sônia, Cláudio, Inês,
      César, Fábio, Conceição, Aparecida, Sebastião, Raimundo, Tatiane, Íris, Otávio, Débora, Ângela, Estêvão, Assunção, Iara, Ubirajara`),
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
  const { first, last, particles } = HABITS[country];
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
