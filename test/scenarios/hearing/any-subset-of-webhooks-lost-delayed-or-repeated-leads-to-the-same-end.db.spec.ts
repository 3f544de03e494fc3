import { expect, test } from "@jest/globals";
import { SeededRandom } from "../../../server/platform/crypto/randomness.js";
import { HOUR, MINUTE, SECOND } from "../../../server/shared/instant.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, FRIDAY_TEN, openDesk } from "../../support/desk.js";
import { type EndState, endStates } from "./support.js";

/** More for a long look: each seed is a story, told once with all webhooks and once with what became of them. */
const SEEDS = Number(process.env["SALDO_HEARING_SEEDS"] ?? 3);

const PHONES = ["+573005550001", "+573005550002", "+573005550003", "+573005550004", "+573005550005", "+573005550006"] as const;
/** Two of them may not be reminded, and write first if at all. */
const DEBTS = PHONES.map((phone, index) => ({ id: `d${index}`, phone, consent: index < 4 ? ("whatsapp" as const) : ("no" as const) }));
const WORDS = [
  "PARAR",
  "Pagar ahora",
  "Ya pagué",
  "No estoy de acuerdo",
  "Número equivocado",
  "Recordarme después",
  "el 24",
  "Hablar con una persona",
  "hola",
  "No me escriban más por favor, y díganme cuánto debo",
  "Plan de pagos",
];

interface Act {
  /** After the reminders went out. */
  readonly at: number;
  readonly who: number;
  readonly text: string;
  /** Says it in answer to the reminder, as a pressed button does. */
  readonly pressed: boolean;
  /** Somebody of the desk resolves the conversation right after. */
  readonly resolved: boolean;
}

/** What people do, by seed: often several things within the minute in which a lost webhook is not yet made good. */
function story(seed: number): Act[] {
  const random = new SeededRandom(seed);
  let at = 0;
  return Array.from({ length: 18 }, () => {
    at += random.next() < 0.6 ? random.int(20) * SECOND : random.int(4) * MINUTE;
    const resolved = random.next() < 0.1;
    return { at, who: random.int(PHONES.length), text: WORDS[random.int(WORDS.length)]!, pressed: random.next() < 0.3, resolved };
  });
}

type Fate = "all" | "lost" | "some lost" | "late" | "twice" | "anything";

function befall(desk: Desk, fate: Fate): void {
  const { faults } = desk.sandbox;
  const some = { probability: 0.5 };
  if (fate === "lost") faults.add({ kind: "webhook_lost" });
  if (fate === "some lost" || fate === "anything") faults.add({ kind: "webhook_lost", ...some });
  if (fate === "late" || fate === "anything") {
    faults.add({ kind: "webhook_delayed", probability: 0.3, ms: 10 * SECOND });
    faults.add({ kind: "webhook_delayed", probability: 0.3, ms: 5 * MINUTE });
  }
  if (fate === "twice" || fate === "anything") {
    faults.add({ kind: "webhook_duplicated", ...some });
    faults.add({ kind: "webhook_redelivered", ...some });
  }
}

async function lived(seed: number, fate: Fate): Promise<Record<string, EndState>> {
  const desk = await openDesk({ start: FRIDAY_TEN, debts: debtsFile(DEBTS) });
  try {
    await desk.turnOn();
    await desk.clock.runFor(2 * MINUTE);
    const begun = desk.clock.now();
    befall(desk, fate);
    for (const act of story(seed)) {
      await desk.clock.runUntil(begun + act.at);
      await perform(desk, act);
    }
    await desk.clock.runFor(HOUR / 4);
    return await endStates(desk, "owed");
  } finally {
    await desk.close();
  }
}

async function perform(desk: Desk, { who, text, pressed, resolved }: Act): Promise<void> {
  const { world } = desk.sandbox;
  const phone = PHONES[who]!;
  const contact = world.contacts.find((row) => row.phoneNumber === phone);
  const reminder = contact && world.messages.where((row) => row.conversationId === world.conversationsOf(contact.id)[0]?.id)[0];
  const answers = pressed && reminder?.messageType === "outgoing" ? { replyToMessageId: reminder.id } : {};
  const message = desk.sandbox.playDebtor({ accountId: 1, phone, text, ...answers })!;
  if (!resolved) return;
  const { displayId } = world.conversations.must(message.conversationId);
  await desk.clock.during(() =>
    fetch(`${desk.sandbox.url}/api/v1/accounts/1/conversations/${displayId}/toggle_status`, {
      method: "POST",
      headers: { api_access_token: "sandbox-token-diego-agent", "content-type": "application/json" },
      body: JSON.stringify({ status: "resolved" }),
    }),
  );
}

const seeds = Array.from({ length: SEEDS }, (_, index) => 101 + index);
const fates: Exclude<Fate, "all">[] = ["lost", "some lost", "late", "twice", "anything"];

test.each(seeds)("story %i ends the same, whatever became of its webhooks", async (seed) => {
  const all = await lived(seed, "all");
  // In a short run each story meets one fate, and every story another.
  const met = SEEDS > fates.length ? fates : [fates[seed % fates.length]!, "anything" as const];
  for (const fate of met) expect([fate, await lived(seed, fate)]).toEqual([fate, all]);
});
