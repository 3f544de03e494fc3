import { DAY, HOUR, MINUTE } from "../../shared/instant.js";
import type { Random } from "../../platform/crypto/randomness.js";
import { between, happens, pick } from "../generator/chance.js";
import { buttonFor, dayButtons, type Want } from "./buttons.js";
import type { Deed, Meant, Memory, Persona, SeenMessage } from "./persona.js";
import { DISPUTE, OPT_OUT, PAID, PROMISE, QUESTION, THANKS, WRONG_PERSON } from "./sayings.js";

export interface Reaction {
  readonly deeds: readonly Deed[];
  readonly memory: Memory;
}

/** What somebody does once they have read a message. Pure: they see what is on their phone and remember what they did, nothing else. */
export function react(random: Random, persona: Persona, memory: Memory, seen: SeenMessage): Reaction {
  const read = memory.read + 1;
  if (memory.done) return { deeds: [], memory: { ...memory, read } };
  if (!seen.opening) return { deeds: answerTo(random, persona, seen), memory: { ...memory, read } };
  if (read < persona.patience) return { deeds: [], memory: { ...memory, read } };
  const deeds = onReminder(random, persona, memory, seen);
  const acted = memory.acted + (deeds.length > 0 ? 1 : 0);
  return { deeds, memory: { read, acted, done: FINAL.has(persona.character) && deeds.length > 0 } };
}

/** After these there is nothing more to say. */
const FINAL: ReadonlySet<Persona["character"]> = new Set(["opts_out", "is_somebody_else", "disputes", "says_it_is_paid"]);

function onReminder(random: Random, persona: Persona, memory: Memory, seen: SeenMessage): Deed[] {
  const soon = between(random, 10_000, 30 * MINUTE);
  const say = (want: Want | null, sayings: readonly string[], meant: Meant, pressed = 0.6): Deed => {
    const title = want && happens(random, pressed) ? buttonFor(want, seen.buttons) : null;
    return title ? { do: "press", title, meant, after: soon } : { do: "write", text: pick(random, sayings), meant, after: soon };
  };
  const { language } = persona;
  switch (persona.character) {
    case "pays":
      return [
        ...pressedPay(random, seen, soon),
        { do: "pay", how: happens(random, 0.12) ? "without_reference" : "fully", after: soon + payDelay(random) },
      ];
    case "pays_partly":
      return [...pressedPay(random, seen, soon), { do: "pay", how: "partly", after: soon + payDelay(random) }];
    case "pays_too_much":
      return memory.acted === 0 ? [{ do: "pay", how: "too_much", after: soon + payDelay(random) }] : [];
    case "pays_under_a_wrong_reference":
      return memory.acted === 0 ? [{ do: "pay", how: "wrong_reference", after: soon + payDelay(random) }] : [];
    case "says_it_is_paid": {
      const deeds: Deed[] = [say("paid", PAID[language], "paid")];
      if (happens(random, 0.6)) deeds.push({ do: "pay", how: "fully", after: soon + between(random, 1, 4) * DAY });
      return deeds;
    }
    case "promises_and_keeps":
    case "promises_and_breaks": {
      const title = buttonFor("later", seen.buttons);
      if (title) return [{ do: "press", title, meant: "promise", after: soon }];
      return [
        {
          do: "write",
          text: pick(random, PROMISE[language]).replace("{day}", String(between(random, 1, 28))),
          meant: "promise",
          after: soon,
        },
      ];
    }
    case "asks":
      return memory.acted < 2 ? [say("ask", QUESTION[language], "question")] : [];
    case "disputes":
      return [say("dispute", DISPUTE[language], "dispute", 0.7)];
    case "is_somebody_else":
      return [say("wrong", WRONG_PERSON[language], "wrong_person", 0.7)];
    case "opts_out":
      return [say("stop", OPT_OUT[language], "opt_out", 0.2)];
    default:
      return [];
  }
}

/** To an answer of the desk: choose one of the days it offers, confirm, or thank. */
function answerTo(random: Random, persona: Persona, seen: SeenMessage): Deed[] {
  const soon = between(random, 15_000, 20 * MINUTE);
  const keeps = persona.character === "promises_and_keeps";
  if (keeps || persona.character === "promises_and_breaks") {
    const days = dayButtons(seen.buttons);
    const title = days.length > 0 ? pick(random, days) : buttonFor("yes", seen.buttons);
    if (!title) return [];
    const deeds: Deed[] = [{ do: "press", title, meant: "promise", after: soon }];
    if (keeps) deeds.push({ do: "pay", how: "fully", after: between(random, 1, 3) * DAY });
    return deeds;
  }
  return happens(random, 0.1) ? [{ do: "write", text: pick(random, THANKS[persona.language]), meant: "thanks", after: soon }] : [];
}

function pressedPay(random: Random, seen: SeenMessage, after: number): Deed[] {
  const title = happens(random, 0.35) ? buttonFor("pay", seen.buttons) : null;
  return title ? [{ do: "press", title, meant: "pay", after }] : [];
}

/** Most who pay do so the same day. */
function payDelay(random: Random): number {
  return happens(random, 0.55) ? between(random, 5, 240) * MINUTE : between(random, 5, 80) * HOUR;
}
