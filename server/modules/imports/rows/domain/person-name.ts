import { words } from "../../../../shared/words.js";

/** What companies carry behind their name, a letter at a time where it is written with points; and what stands between names. */
const NO_NAMES = new Set(
  "de del la las los el y e da do das dos sa sas srl sl spa sac saa eirl ltda limitada eireli me mei epp cia cv rl inc llc ltd co corp s a c v r l".split(
    " ",
  ),
);
const LONGEST_WORD = 40;
const MOST_WORDS = 12;

/**
 * Whether two names may be one person's: one may be shorter, in another order, with initials, without accents or with a slip of the pen.
 * Brothers share surnames, so each word of the shorter name must be in the longer one.
 */
export function namesAgree(one: string, other: string): boolean {
  const [shorter, longer] = [nameOf(one), nameOf(other)].sort((a, b) => a.length - b.length) as [string[], string[]];
  const left = [...longer];
  // Whole words first: an initial must not take the place of a word that is written out.
  return [...shorter]
    .sort((a, b) => b.length - a.length)
    .every((word) => {
      const exact = left.indexOf(word);
      const at = exact >= 0 ? exact : left.findIndex((candidate) => alike(word, candidate));
      if (at >= 0) left.splice(at, 1);
      return at >= 0;
    });
}

/** Words that tell people apart; of a name that has none all there are. */
function nameOf(text: string): string[] {
  const all = words(text)
    .slice(0, MOST_WORDS)
    .map((word) => word.slice(0, LONGEST_WORD));
  let end = all.length;
  while (end > 0 && NO_NAMES.has(all[end - 1]!)) end--;
  const telling = all.slice(0, end).filter((word) => word.length === 1 || !NO_NAMES.has(word));
  return telling.length > 0 ? telling : all;
}

function alike(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length <= 2) return long.startsWith(short);
  return short.length >= 4 && slips(short, long, long.length >= 8 ? 2 : 1);
}

/** Whether one becomes the other by so many letters added, left out, changed or swapped with the next. */
function slips(short: string, long: string, most: number): boolean {
  if (long.length - short.length > most) return false;
  let earlier: number[] = [];
  let before = Array.from({ length: short.length + 1 }, (_, index) => index);
  for (let row = 1; row <= long.length; row++) {
    const now = [row];
    for (let column = 1; column <= short.length; column++) {
      const changed = before[column - 1]! + (long[row - 1] === short[column - 1] ? 0 : 1);
      const swaps = row > 1 && column > 1 && long[row - 1] === short[column - 2] && long[row - 2] === short[column - 1];
      const swapped = swaps ? earlier[column - 2]! + 1 : changed;
      now.push(Math.min(changed, swapped, before[column]! + 1, now[column - 1]! + 1));
    }
    earlier = before;
    before = now;
  }
  return before[short.length]! <= most;
}
