import { expect, test } from "@jest/globals";
import { SeededRandom } from "../../../server/platform/crypto/randomness.js";
import { HOUR, MINUTE, SECOND } from "../../../server/shared/instant.js";
import { debtsFile } from "../../support/debts-file.js";
import { type Desk, FRIDAY_TEN, openDesk, TOKENS } from "../../support/desk.js";
import { turnOn } from "../../../server/demo/demo-installation.js";
import { connectSecondAccount, INES } from "../support/second-account.js";
import { endStates } from "./support.js";

/** More for a long look. */
const SEEDS = Number(process.env["SALDO_HEARING_SEEDS"] ?? 1);

const FATES = ["lost", "some lost", "late", "twice", "anything"] as const;
type Fate = (typeof FATES)[number];

/** Each fate befalls the webhooks of people of its own. One in three may not be reminded, and writes first if at all. */
const PEOPLE_A_FATE = 3;
const ACTS_A_FATE = 5;
const DEBTS = FATES.flatMap((fate, group) =>
  Array.from({ length: PEOPLE_A_FATE }, (_, index) => ({
    id: `${fate} ${index}`,
    phone: phone(group, index),
    consent: index < 2 ? ("whatsapp" as const) : ("no" as const),
  })),
);

const ACCOUNTS = [1, 2] as const;
const READING = 5 * SECOND;
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
  /** After the one before. */
  readonly after: number;
  readonly phone: string;
  readonly text: string;
  /** Says it in answer to the reminder, as a pressed button does. */
  readonly pressed: boolean;
  /** Somebody of the desk reads it and resolves the conversation. */
  readonly resolved: boolean;
}

/** What people do: often several things within the minute in which a lost webhook is not yet made good. */
function story(random: SeededRandom, group: number): Act[] {
  return Array.from({ length: ACTS_A_FATE }, () => ({
    after: random.next() < 0.6 ? random.int(20) * SECOND : random.int(4) * MINUTE,
    phone: phone(group, random.int(PEOPLE_A_FATE)),
    text: WORDS[random.int(WORDS.length)]!,
    pressed: random.next() < 0.3,
    resolved: random.next() < 0.3,
  }));
}

function phone(group: number, index: number): string {
  return `+5730055500${group}${index}`;
}

/** Only to what the second account's helpdesk sends. */
function befall({ sandbox: { faults } }: Desk, fate: Fate): void {
  const some = { accountId: 2, probability: 0.5 };
  const few = { accountId: 2, probability: 0.3 };
  if (fate === "lost") faults.add({ kind: "webhook_lost", accountId: 2 });
  if (fate === "some lost" || fate === "anything") faults.add({ kind: "webhook_lost", ...some });
  if (fate === "late" || fate === "anything") {
    faults.add({ kind: "webhook_delayed", ...few, ms: 10 * SECOND });
    faults.add({ kind: "webhook_delayed", ...few, ms: 5 * MINUTE });
  }
  if (fate === "twice" || fate === "anything") {
    faults.add({ kind: "webhook_duplicated", ...some });
    faults.add({ kind: "webhook_redelivered", ...some });
  }
}

function write(desk: Desk, accountId: 1 | 2, act: Act): void {
  const { world } = desk.sandbox;
  const contact = world.contacts.find((row) => row.accountId === accountId && row.phoneNumber === act.phone);
  const reminder = contact && world.messages.where((row) => row.conversationId === world.conversationsOf(contact.id)[0]?.id)[0];
  const answers = act.pressed && reminder?.messageType === "outgoing" ? { replyToMessageId: reminder.id } : {};
  desk.sandbox.playDebtor({ accountId, phone: act.phone, text: act.text, ...answers });
}

/** Somebody of the desk has read it. */
async function resolve({ sandbox: { world, url }, clock }: Desk, accountId: 1 | 2, act: Act): Promise<void> {
  const contact = world.contacts.find((row) => row.accountId === accountId && row.phoneNumber === act.phone)!;
  const { displayId } = world.conversationsOf(contact.id).at(-1)!;
  await clock.during(() =>
    fetch(`${url}/api/v1/accounts/${accountId}/conversations/${displayId}/toggle_status`, {
      method: "POST",
      headers: { api_access_token: accountId === 1 ? TOKENS.agent : INES, "content-type": "application/json" },
      body: JSON.stringify({ status: "resolved" }),
    }),
  );
}

const seeds = Array.from({ length: SEEDS }, (_, index) => 102 + index);

test.each(seeds)("story %i ends in two accounts the same, the one told of everything and the other not", async (seed) => {
  const debts = debtsFile(DEBTS);
  const desk = await openDesk({ start: FRIDAY_TEN, debts, environment: { SALDO_POLL_MS: "60000" } });
  try {
    const other = await connectSecondAccount(desk, { debts, live: true });
    await desk.turnOn();
    await turnOn(other.client);
    await desk.clock.runFor(2 * MINUTE);
    const random = new SeededRandom(seed);
    for (const [group, fate] of FATES.entries()) {
      befall(desk, fate);
      for (const act of story(random, group)) {
        await desk.clock.runFor(act.after);
        for (const account of ACCOUNTS) write(desk, account, act);
        if (!act.resolved) continue;
        await desk.clock.runFor(READING);
        for (const account of ACCOUNTS) await resolve(desk, account, act);
      }
      desk.sandbox.faults.clear();
    }
    await desk.clock.runFor(HOUR / 4);
    const [told, untold] = [await endStates(desk, { answers: "owed" }), await endStates(desk, { answers: "owed", accountId: other.id })];
    // There is something to compare: words were heard, and answered.
    expect(Object.values(told).filter(({ answers }) => answers.length > 0).length).toBeGreaterThan(FATES.length);
    expect(untold).toEqual(told);
  } finally {
    await desk.close();
  }
});
