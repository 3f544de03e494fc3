import { DateTime } from "luxon";
import type { SentMessage } from "../../days/recording.js";
import { contacts } from "../contacts.js";
import type { Check } from "../finding.js";
import { rulesFor, zonesFor } from "../law.js";
import { Residents } from "../residents.js";

/**
 * No more contacts in a day or a week than the packs allow, counted on every calendar the debtor may live by and over all their numbers: by
 * what was known when each message left.
 */
export const capsCheck: Check = {
  name: "caps",
  title: "more contacts than the law allows",
  run(recording) {
    const residents = new Residents(recording);
    const byHolder = new Map<string, SentMessage[]>();
    for (const message of contacts(recording))
      for (const holder of residents.holdersOf(message.to, message.at)) byHolder.set(holder, [...(byHolder.get(holder) ?? []), message]);
    const findings = [...byHolder].flatMap(([holder, sent]) =>
      sent.flatMap((message, index) => {
        const earlier = sent.slice(0, index + 1);
        const broken = residents.residencesOf(message.to, message.at).flatMap((home) =>
          rulesFor(home, "cap").flatMap(({ pack, rule }) =>
            zonesFor(home).flatMap((zone) => {
              const count = earlier.filter((one) => samePeriod(rule.period, one, message, zone)).length;
              return count > rule.max ? [`contact ${count} of ${holder} in one ${rule.period}, ${pack} ${rule.id} allows ${rule.max}`] : [];
            }),
          ),
        );
        return broken.length === 0 ? [] : [{ at: message.at, what: broken[0]! }];
      }),
    );
    return { looked: byHolder.size, findings };
  },
};

const DAY = 86_400_000;

/** "Week" without a kind means both kinds. */
function samePeriod(period: string, earlier: SentMessage, later: SentMessage, zone: string): boolean {
  const [a, b] = [earlier.at, later.at].map((at) => DateTime.fromMillis(at, { zone })) as [DateTime<true>, DateTime<true>];
  switch (period) {
    case "calendar_day":
      return a.hasSame(b, "day");
    case "calendar_week":
      return a.hasSame(b, "week");
    case "rolling_7d":
      return later.at - earlier.at < 7 * DAY;
    case "rolling_7d_by_date":
      return b.startOf("day").diff(a.startOf("day"), "days").days < 7;
    default:
      return a.hasSame(b, "week") || later.at - earlier.at < 7 * DAY;
  }
}
