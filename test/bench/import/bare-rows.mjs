import { randomUUID } from "node:crypto";
import { built } from "../harness/saldo.mjs";

const { subdivisionsByAreaCode } = await built("shared/places/places.js");
const { zonesOf } = await built("modules/portfolio/domain/zones-of.js");
const { looseKey } = await built("modules/portfolio/domain/loose-key.js");

const AREA = "+52 81".length;
const places = new Map();

/** UUIDs that rise with time, as Saldo's: others would scatter over every index. */
export function newId() {
  const time = Date.now().toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
}

/** A row of the file as the cells of its debtor; the columns stand in the order in which Saldo's generator writes them. */
export function debtorOf(cells) {
  const [externalId, name, kind, phone, country, language, consent, source, consentDate] = cells;
  const { place, from } = placesOf(country, cells[15], phone);
  const channels = phone === "" ? [] : consent.includes("call") ? ["whatsapp", "call"] : ["whatsapp"];
  return {
    publicId: newId(),
    phone,
    columns: [externalId, looseKey(externalId), kind, cells[17] || null, name, null, language, country, ...place],
    points: channels.map((channel) => [channel, phone, phone.slice(-4), from, ...consentOf(channel, consent, source, consentDate)]),
    lookups: [...wordsOf(name).map((word) => ["name_word", word]), ...startsOf(name), ["external_id", externalId]],
    personal: source === "" ? null : { consentSource: source },
  };
}

export function debtOf(cells) {
  const [reference, product, principalText, balanceText, currency, dueDate] = cells.slice(9, 15);
  const [principal, balance] = [minor(principalText), minor(balanceText)];
  const [instalment, creditDate] = [cells[18] === "" ? null : minor(cells[18]), cells[20] || null];
  const publicId = newId();
  const entries = [["charge", principal]];
  if (balance !== principal) entries.push(["adjustment", balance - principal]);
  return {
    publicId,
    currency,
    columns: [
      "file",
      reference,
      looseKey(reference),
      product,
      principal,
      balance,
      balance,
      currency,
      dueDate,
      instalment,
      creditDate,
      balance > 0 ? "open" : "paid",
    ],
    entries,
    payload: {
      debt: publicId,
      amountMinor: balance,
      principalMinor: principal,
      currency,
      dueDate,
      product,
      instalmentMinor: instalment,
      creditDate,
    },
    personal: { reference },
  };
}

function consentOf(channel, consent, source, date) {
  if (consent === "no") return ["withdrawn", source || null, date || null];
  const proven = consent.includes(channel) && source !== "" && date !== "";
  return proven ? ["granted", source, date] : ["unknown", null, null];
}

function minor(text) {
  return Number(text.replace(".", ""));
}

function wordsOf(name) {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return [...new Set(plain.split(/[^\p{L}\p{N}]+/u))].filter((word) => word.length > 1).map((word) => word.slice(0, 43));
}

/** State and zones of an address, and where its number is from; there are few, so each is worked out once. */
function placesOf(country, code, phone) {
  const key = `${country}${code}${phone.slice(0, AREA)}`;
  const known = places.get(key);
  if (known) return known;
  const stated = country === "CO" || code === "" ? null : code.slice(3);
  const states = subdivisionsByAreaCode(country, phone.slice(1)).map((state) => `${country}-${state}`);
  const found = {
    place: [stated, JSON.stringify(zonesOf(country, stated))],
    from: JSON.stringify(states.length > 0 ? states : [country]),
  };
  places.set(key, found);
  return found;
}

/** The first three letters of each word that has as many, each once. */
function startsOf(name) {
  const starts = wordsOf(name).flatMap((word) => (word.length < 3 ? [] : [word.slice(0, 3)]));
  return [...new Set(starts)].map((start) => ["name_start", start]);
}
