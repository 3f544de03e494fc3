import type { Clock } from "../../platform/clock/clock.js";
import { SeededRandom } from "../../platform/crypto/randomness.js";
import { NOT_ON_WHATSAPP, type PhoneMessage, type Sandbox } from "../../sandbox/index.js";
import { Casting, type Newcomer } from "../personas/casting.js";
import { type Deed, type Memory, NOTHING_YET, type Persona } from "../personas/persona.js";
import { react } from "../personas/react.js";
import type { ReceivedMessage } from "./recording.js";

interface Resident {
  readonly debtor: string;
  readonly phone: string;
  readonly persona: Persona;
  readonly random: SeededRandom;
  memory: Memory;
}

export interface NewResident extends Newcomer {
  readonly debtor: string;
  readonly phone: string;
}

type PayHow = Extract<Deed, { do: "pay" }>["how"];

/**
 * Everybody with a phone. They see what reaches it and act through the sandbox's inbound messages; what they pay goes to the creditor.
 * A person has chance of their own, so that what one does never depends on what another did.
 */
export class Street {
  readonly received: ReceivedMessage[] = [];
  private readonly residents = new Map<string, Resident>();
  private readonly casting = new Casting();

  constructor(
    private readonly clock: Clock,
    private readonly sandbox: Sandbox,
    private readonly hostAccountId: number,
    private readonly seed: number,
    private readonly pays: (debtor: string, how: PayHow) => Promise<void>,
  ) {
    sandbox.onRead((message) => this.read(message));
  }

  /** Of several debtors with one number the first to arrive holds the phone. */
  moveIn({ debtor, phone, ...newcomer }: NewResident): void {
    const digits = phone.replace(/\D/gu, "");
    if (this.residents.has(digits)) return;
    const random = SeededRandom.of(this.seed, digits);
    const persona = this.casting.draw(random, newcomer);
    this.residents.set(digits, { debtor, phone: digits, persona, random, memory: NOTHING_YET });
    this.sandbox.profiles.forPhone(digits, profileOf(persona));
  }

  get characters(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { persona } of this.residents.values()) counts.set(persona.character, (counts.get(persona.character) ?? 0) + 1);
    return counts;
  }

  private read({ id, to, text, buttons, opening }: PhoneMessage): void {
    const resident = this.residents.get(to);
    if (!resident) return;
    const { deeds, memory } = react(resident.random, resident.persona, resident.memory, { text, buttons, opening });
    resident.memory = memory;
    for (const deed of deeds) this.clock.at(this.clock.now() + deed.after, () => this.act(resident, deed, id));
  }

  private async act(resident: Resident, deed: Deed, messageId: number): Promise<void> {
    if (deed.do === "pay") return this.pays(resident.debtor, deed.how);
    const text = deed.do === "press" ? deed.title : deed.text;
    const message =
      deed.do === "press"
        ? this.sandbox.pressButton(this.hostAccountId, messageId, deed.title)
        : this.sandbox.playDebtor({ accountId: this.hostAccountId, phone: resident.phone, text });
    if (message) this.received.push({ at: message.createdAt, from: resident.phone, text, meant: deed.meant, about: messageId });
  }
}

function profileOf({ character, reads }: Persona) {
  switch (character) {
    case "not_on_whatsapp":
      return NOT_ON_WHATSAPP;
    case "switched_off":
      return { reaches: "accepted" as const };
    case "never_reads":
      return { reaches: "delivered" as const };
    default:
      return { reaches: "read" as const, reading: reads };
  }
}
