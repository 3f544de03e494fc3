import { type Subdivision, subdivision } from "./subdivision.js";

/**
 * The 26 states and the federal district (ISO 3166-2:BR), their zones (IANA tz 2026c: Fernando de Noronha belongs to Pernambuco, the
 * south-west of Amazonas keeps the hour of Acre) and their DDD codes (Anatel). Four codes reach over a border: 61 from the federal district
 * into Goiás, 42, 47 and 49 between Paraná and Santa Catarina.
 */
export const BRAZIL: readonly Subdivision[] = [
  subdivision("AC", "Acre", "Rio_Branco", "68"),
  subdivision("AL", "Alagoas", "Maceio", "82"),
  subdivision("AM", "Amazonas", "Manaus Eirunepe", "92 97"),
  subdivision("AP", "Amapá", "Belem", "96"),
  subdivision("BA", "Bahia", "Bahia", "71 73 74 75 77"),
  subdivision("CE", "Ceará", "Fortaleza", "85 88"),
  subdivision("DF", "Distrito Federal", "Sao_Paulo", "61", "brasilia"),
  subdivision("ES", "Espírito Santo", "Sao_Paulo", "27 28"),
  subdivision("GO", "Goiás", "Sao_Paulo", "61 62 64"),
  subdivision("MA", "Maranhão", "Fortaleza", "98 99"),
  subdivision("MG", "Minas Gerais", "Sao_Paulo", "31 32 33 34 35 37 38"),
  subdivision("MS", "Mato Grosso do Sul", "Campo_Grande", "67"),
  subdivision("MT", "Mato Grosso", "Cuiaba", "65 66"),
  subdivision("PA", "Pará", "Belem Santarem", "91 93 94"),
  subdivision("PB", "Paraíba", "Fortaleza", "83"),
  subdivision("PE", "Pernambuco", "Recife Noronha", "81 87"),
  subdivision("PI", "Piauí", "Fortaleza", "86 89"),
  subdivision("PR", "Paraná", "Sao_Paulo", "41 42 43 44 45 46 47 49"),
  subdivision("RJ", "Rio de Janeiro", "Sao_Paulo", "21 22 24"),
  subdivision("RN", "Rio Grande do Norte", "Fortaleza", "84"),
  subdivision("RO", "Rondônia", "Porto_Velho", "69"),
  subdivision("RR", "Roraima", "Boa_Vista", "95"),
  subdivision("RS", "Rio Grande do Sul", "Sao_Paulo", "51 53 54 55"),
  subdivision("SC", "Santa Catarina", "Sao_Paulo", "42 47 48 49"),
  subdivision("SE", "Sergipe", "Maceio", "79"),
  subdivision("SP", "São Paulo", "Sao_Paulo", "11 12 13 14 15 16 17 18 19"),
  subdivision("TO", "Tocantins", "Araguaina", "63"),
];
