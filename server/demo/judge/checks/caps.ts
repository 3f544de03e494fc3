import { DateTime } from "luxon";
import type { SentMessage } from "../../days/recording.js";
import { contacts } from "../contacts.js";
import type { Check } from "../finding.js";
import { rulesFor, zonesFor } from "../law.js";
import { Residents } from "../residents.js";

/** No more contacts in a day or a week than the packs allow, counted on the debtor's own calendar and over all their numbers. */
export const capsCheck: Check = {
  name: "caps",
  title: "more contacts than the law allows",
  run(recording) {
    const residents = new Residents(recording);
    const byHolder = new Map<string, SentMessage[]>();
    for (const message of contacts(recording))
      for (const holder of residents.holdersOf(message.to)) byHolder.set(holder, [...(byHolder.get(holder) ?? []), message]);
    const findings = [...byHolder].flatMap(([holder, sent]) =>
      residents
        .residencesOf(sent[0]!.to)
        .slice(0, 1)
        .flatMap((home) =>
          rulesFor(home, "cap").flatMap(({ pack, rule }) =>
            zonesFor(home).flatMap((zone) =>
              sent.flatMap((message, index) => {
                const before = sent.slice(0, index + 1).filter((earlier) => samePeriod(rule.period, earlier, message, zone));
                if (before.length <= rule.max) return [];
                return [
                  {
                    at: message.at,
                    what: `contact ${before.length} of ${holder} in one ${rule.period}, ${pack} ${rule.id} allows ${rule.max}`,
                  },
                ];
              }),
            ),
          ),
        ),
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
