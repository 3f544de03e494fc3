import type { Act, Words } from "./words.js";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const LONG_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function what({ purpose, call }: Act): string {
  if (purpose === "legal_notice") return call ? "legal notice by call" : "legal notice";
  if (purpose === "reply") return "reply";
  if (purpose === "service") return call ? "service call" : "service message";
  return call ? "new collection call" : "new collection message";
}

export const EN: Words = {
  channels: { whatsapp: "WhatsApp", call: "phone", email: "email", sms: "SMS" },
  day: ({ weekday, day, month, year }, withYear) => `${DAYS[weekday - 1]} ${day} ${MONTHS[month - 1]}${withYear ? ` ${year}` : ""}`,
  moment: (parts, time, withYear) => `${EN.day(parts, withYear)}, ${time}`,
  date: ({ day, month, year }) => `${day} ${MONTHS[month - 1]} ${year}`,
  list: (items) => new Intl.ListFormat("en-GB").format(items),
  allowed: (when) => (when === "now" ? "Allowed now." : "Allowed."),
  allowedToday: (time, when) => (when === "now" ? `Allowed now, until ${time}.` : `Allowed, until ${time}.`),
  allowedUntil: (moment, when) => (when === "now" ? `Allowed now, until ${moment}.` : `Allowed, until ${moment}.`),
  mayReply: "You may reply now. An answer to the debtor is allowed at any hour.",
  notBefore: (act, parts, time, year) => `No ${what(act)} until ${EN.moment(parts, time, year)}.`,
  denied: (act) => `No ${what(act)} is allowed.`,
  unknown: (act) => `Data is missing, so no ${what(act)} is allowed.`,
  rulesPassed: (count) => (count === 1 ? "1 rule passed." : `${count} rules passed.`),
  neverOpens: "No permitted hours are known on the days after it either.",
  reasons: {
    hours: ({ local, windows, place }) => `Permitted hours are ${windows}, and it is ${local} ${place ? `in ${place}` : "there"}.`,
    hours_unknown: () => "The hours this rule permits are not known, so the day counts as closed.",
    closed_day: ({ weekday }) => `No contacts on ${LONG_DAYS[weekday - 1]}s.`,
    holiday: ({ on, name }) => `${on} is a holiday: ${name}.`,
    blocked_date: ({ on, name }) => `The account keeps ${on} closed: ${name}.`,
    cap_day: ({ max, used, lastTime }) =>
      max !== 1 ? `At most ${max} contacts a day, and ${used} were made.` : `One contact a day, and ${lastTime ?? "one"} was today's.`,
    cap_week: ({ max, used, lastDay }) =>
      max !== 1 ? `At most ${max} contacts a week, and ${used} were made.` : `One contact a week, and this week's was on ${lastDay}.`,
    cap_seven_days: ({ max, used, lastDay }) =>
      max !== 1 ? `At most ${max} contacts in 7 days, and ${used} were made.` : `One contact in 7 days, and the last was on ${lastDay}.`,
    channels_day: ({ max, channels }) =>
      max !== 1
        ? `At most ${max} channels a day, and ${EN.list(channels)} were used.`
        : `One channel a day, and it was ${EN.list(channels)}.`,
    channels_week: ({ max, channels, lastDay }) =>
      max !== 1
        ? `At most ${max} channels a week, and ${EN.list(channels)} were used.`
        : `One channel a week, and ${EN.list(channels)} was used on ${lastDay}.`,
    channels_seven_days: ({ max, channels, lastDay }) =>
      max !== 1
        ? `At most ${max} channels in 7 days, and ${EN.list(channels)} were used.`
        : `One channel in 7 days, and ${EN.list(channels)} was used on ${lastDay}.`,
    quiet_days: ({ days, lastDay }) => `${days} days of quiet follow a contact, and the last was on ${lastDay}.`,
    consent_withdrawn: ({ channel, on }) => (on ? `The debtor withdrew ${channel} on ${on}.` : `The debtor withdrew ${channel}.`),
    consent_missing: ({ channel }) => `No authorisation for ${channel} is on record.`,
    recipient_missing: ({ channel }) => `There is no contact point for ${channel}.`,
    recipient_ambiguous: () => "The contact point belongs to more than one person.",
    recipient_unknown: () => "Whose contact point it is, is unknown.",
    recipient_forbidden: () => "The contact point belongs to somebody else.",
    disclosure_missing: ({ name }) => `The text lacks a required statement: ${name}.`,
    opted_out: ({ channel, on }) => (on ? `The debtor opted out of ${channel} on ${on}.` : `The debtor opted out of ${channel}.`),
    way_out_closed: ({ on }) =>
      on
        ? `The contact is blocked in the helpdesk since ${on}: what the debtor writes is dropped.`
        : "The contact is blocked in the helpdesk: what the debtor writes is dropped.",
    hold: ({ until }) => (until ? `A hold is in force until ${until}.` : "A hold is in force until a person ends it."),
    hold_debt: ({ until }) =>
      until ? `One of the debts is on hold until ${until}.` : "One of the debts is on hold until a person ends it.",
    no_debt_named: () => "No debt is named.",
    debt_unknown: () => "One of the debts is not on file.",
    debt_not_owed: () => "One of the debts is no longer owed.",
    deceased: () => "The debtor is reported deceased.",
    minor: () => "The debtor is a minor.",
    pack_missing: ({ name }) => `Rules the account relies on are missing: ${name}.`,
    no_pack: ({ name }) => `No rules are known for ${name}.`,
    residence_unknown: () => "Where the debtor lives is unknown.",
    zone_unknown: () => "The debtor's time zone is unknown.",
    engine: () => "The rule could not be evaluated.",
  },
  passed: {
    hours: ({ local, windows, place }) => `Permitted hours ${windows}, and it is ${local} ${place ? `in ${place}` : "there"}.`,
    holidays: () => "Not a holiday.",
    blocked_dates: () => "Not a date the account keeps closed.",
    cap: ({ used, max }) => `Contacts: ${used} of ${max} used.`,
    distinct_channels: ({ max }) => (max === 1 ? "No other channel was used." : `No more than ${max} channels are used.`),
    quiet_days: () => "The days of quiet are over.",
    strict_counting: ({ lenient }) =>
      lenient ? "Only contacts that reached the debtor count." : "Everything sent counts, answered or not.",
    consent: ({ channel, on }) => (on ? `Authorised on ${on}: ${channel}.` : `Not withdrawn: ${channel}.`),
    recipient: () => "The contact point belongs to the debtor or who answers for the debt.",
    disclosure: () => "The text states what it must.",
    opt_out: ({ channel }) => `No opt-out stands against this message by ${channel}.`,
    way_out: () => "What the debtor writes is heard.",
    hold: () => "No hold.",
    debt_owed: () => "The debts are owed.",
    debtor_fit: () => "Neither deceased nor a minor, as far as is known.",
    packs_loaded: () => "The account's rules are loaded.",
    residence_covered: ({ name }) => `Rules are known for ${name}.`,
    zone_known: ({ name }) => `Time zone known: ${name}.`,
  },
  exempt: (purpose) => (purpose === "reply" ? "Does not bind a reply to the debtor." : "Does not bind this kind of message."),
  exemptBy: (source) => `Exempt: ${source}.`,
  lifted: "Lifted by an exception.",
  housePolicy: "Saldo policy.",
  accountPolicy: "Account policy.",
  policy: (source) => `Policy: ${source}.`,
};
