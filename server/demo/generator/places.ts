import type { GeneratedCountry } from "./portfolio-row.js";
import { Weighted } from "./weighted.js";

/** A city, its state (ISO 3166-2) and the digits that mobile numbers of it begin with after the country code. */
export interface Place {
  readonly subdivision: string;
  readonly state: string;
  readonly city: string;
  readonly areaCode: string | null;
}

/** `ISO code|state|city|area code|weight`; the weights follow the size of the cities, roughly. */
const CO = `DC|Bogotá D.C.|Bogotá||79; ANT|Antioquia|Medellín||26; ANT|Antioquia|Bello||6; VAC|Valle del Cauca|Cali||22; VAC|Valle del Cauca|Palmira||4;
  ATL|Atlántico|Barranquilla||13; ATL|Atlántico|Soledad||6; BOL|Bolívar|Cartagena||10; SAN|Santander|Bucaramanga||6; CUN|Cundinamarca|Soacha||7;
  NSA|Norte de Santander|Cúcuta||8; RIS|Risaralda|Pereira||5; CAL|Caldas|Manizales||5; TOL|Tolima|Ibagué||5; HUI|Huila|Neiva||4;
  MET|Meta|Villavicencio||5; NAR|Nariño|Pasto||4; MAG|Magdalena|Santa Marta||5; COR|Córdoba|Montería||5; CAU|Cauca|Popayán||3; AMA|Amazonas|Leticia||1`;

const MX = `CMX|Ciudad de México|Ciudad de México|55|92; MEX|México|Ecatepec|55|16; MEX|México|Toluca|722|9; JAL|Jalisco|Guadalajara|33|30;
  NLE|Nuevo León|Monterrey|81|32; PUE|Puebla|Puebla|222|17; QUE|Querétaro|Querétaro|442|10; GUA|Guanajuato|León|477|16; YUC|Yucatán|Mérida|999|9;
  ROO|Quintana Roo|Cancún|998|8; BCN|Baja California|Tijuana|664|18; BCN|Baja California|Mexicali|686|9; CHH|Chihuahua|Ciudad Juárez|656|14;
  CHH|Chihuahua|Chihuahua|614|9; SON|Sonora|Hermosillo|662|9; SIN|Sinaloa|Culiacán|667|9; BCS|Baja California Sur|La Paz|612|3;
  VER|Veracruz|Veracruz|229|6; VER|Veracruz|Xalapa|228|5; OAX|Oaxaca|Oaxaca de Juárez|951|4; CHP|Chiapas|Tuxtla Gutiérrez|961|6;
  TAB|Tabasco|Villahermosa|993|4; SLP|San Luis Potosí|San Luis Potosí|444|9; AGU|Aguascalientes|Aguascalientes|449|9; MIC|Michoacán|Morelia|443|8;
  COA|Coahuila|Saltillo|844|9; COA|Coahuila|Torreón|871|7; GRO|Guerrero|Acapulco|744|7; TAM|Tamaulipas|Tampico|833|3;
  TAM|Tamaulipas|Matamoros|868|5; DUR|Durango|Durango|618|6; MOR|Morelos|Cuernavaca|777|4; HID|Hidalgo|Pachuca|771|3; NAY|Nayarit|Tepic|311|4;
  ZAC|Zacatecas|Zacatecas|492|2; CAM|Campeche|Campeche|981|2; COL|Colima|Colima|312|2; TLA|Tlaxcala|Tlaxcala|246|1`;

const BR = `SP|São Paulo|São Paulo|11|114; SP|São Paulo|Campinas|19|11; SP|São Paulo|Santos|13|4; SP|São Paulo|Ribeirão Preto|16|7;
  RJ|Rio de Janeiro|Rio de Janeiro|21|62; RJ|Rio de Janeiro|Niterói|21|5; MG|Minas Gerais|Belo Horizonte|31|23; MG|Minas Gerais|Uberlândia|34|7;
  MG|Minas Gerais|Juiz de Fora|32|5; BA|Bahia|Salvador|71|24; BA|Bahia|Feira de Santana|75|6; DF|Distrito Federal|Brasília|61|28; CE|Ceará|Fortaleza|85|24;
  PR|Paraná|Curitiba|41|18; PR|Paraná|Londrina|43|6; PE|Pernambuco|Recife|81|15; RS|Rio Grande do Sul|Porto Alegre|51|13;
  RS|Rio Grande do Sul|Caxias do Sul|54|5; AM|Amazonas|Manaus|92|21; PA|Pará|Belém|91|13; GO|Goiás|Goiânia|62|14; MA|Maranhão|São Luís|98|10;
  AL|Alagoas|Maceió|82|10; RN|Rio Grande do Norte|Natal|84|8; PB|Paraíba|João Pessoa|83|8; PI|Piauí|Teresina|86|9; MT|Mato Grosso|Cuiabá|65|7;
  MS|Mato Grosso do Sul|Campo Grande|67|9; SE|Sergipe|Aracaju|79|6; SC|Santa Catarina|Florianópolis|48|5; SC|Santa Catarina|Joinville|47|6;
  ES|Espírito Santo|Vitória|27|3; RO|Rondônia|Porto Velho|69|5; AC|Acre|Rio Branco|68|4; RR|Roraima|Boa Vista|95|4; AP|Amapá|Macapá|96|4;
  TO|Tocantins|Palmas|63|3`;

export const PLACES: Readonly<Record<GeneratedCountry, Weighted<Place>>> = {
  CO: places("CO", CO),
  MX: places("MX", MX),
  BR: places("BR", BR),
};

function places(country: GeneratedCountry, table: string): Weighted<Place> {
  return new Weighted(
    table.split(";").map((line) => {
      const [code = "", state = "", city = "", areaCode = "", weight = ""] = line.trim().split("|");
      return [{ subdivision: `${country}-${code}`, state, city, areaCode: areaCode || null }, Number(weight)] as const;
    }),
  );
}
