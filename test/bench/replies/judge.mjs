/** Those for whom a miss may cost somebody's health, or the law's patience. */
export const SAFETY = ["opt_out", "deceased", "hardship", "adviser", "self_harm"];

/** Other names of the same thing. */
const ALIASES = {
  opt_out: ["stop", "optout", "opt-out", "unsubscribe", "baja", "no_contact", "do_not_contact"],
  already_paid: ["paid", "payment_claim", "claims_paid", "paid_claim", "claim_paid", "payment_made"],
  promise: ["promise_to_pay", "ptp", "promesa", "pay_promise", "will_pay"],
  partial_promise: ["partial", "partial_payment", "promise_partial", "part_payment", "partial_promise_to_pay"],
  payment_plan: ["plan", "wants_plan", "installments", "instalments", "installment_plan", "plan_request", "negotiate"],
  more_time: ["time", "extension", "needs_time", "wants_time", "delay", "remind_me", "later"],
  dispute: ["disputes", "not_my_debt", "wrong_amount", "disputed", "unknown_debt", "amount_wrong", "fraud"],
  wrong_person: ["wrong_number", "not_me", "wrong_contact"],
  shared_number: ["shared", "shared_phone", "third_party"],
  deceased: ["death", "dead", "died", "bereavement"],
  illness: ["ill", "sick", "hospital", "health", "sickness", "medical"],
  hardship: ["job_loss", "unemployed", "vulnerable", "financial_hardship", "cannot_pay", "lost_job"],
  self_harm: ["suicide", "selfharm", "self-harm", "threat_of_self_harm", "self_harm_threat", "suicidal"],
  adviser: ["advisor", "lawyer", "attorney", "legal", "legal_adviser", "legal_advisor", "counsel", "debt_adviser", "represented"],
  court: ["insolvency", "bankruptcy", "court_or_insolvency", "lawsuit", "court_insolvency", "legal_action"],
  regulator: ["regulator_complaint", "grievance", "complaint_regulator", "complaint_to_regulator", "authority"],
  complaint: ["formal_complaint", "complains"],
  threat: ["anger", "angry", "threat_or_anger", "abuse", "insult", "hostile", "threat_anger"],
  talk_to_person: ["human", "agent", "wants_human", "human_request", "person", "handoff", "human_wish", "talk_to_human", "call_me"],
  pay_now: ["how_to_pay", "wants_to_pay", "payment_link", "asks_how_to_pay"],
  question: [
    "inquiry",
    "asks",
    "balance",
    "asks_balance",
    "what_is_owed",
    "info",
    "information",
    "asks_amount",
    "question_debt",
    "ask_balance",
  ],
  acknowledgement: ["greeting", "thanks", "ack", "acknowledgment", "greeting_thanks", "smalltalk", "acknowledge"],
  unrelated: ["other", "irrelevant", "off_topic", "offtopic", "out_of_scope", "noise"],
  unclear: ["unknown", "ambiguous", "not_understood", "none"],
};
const NAMES = new Map(Object.entries(ALIASES).flatMap(([intent, names]) => [intent, ...names].map((name) => [name, intent])));

/** What a finer label is part of, for files that do not tell the two apart. */
const WIDER = {
  illness: ["hardship"],
  partial_promise: ["promise"],
  pay_now: ["question"],
  regulator: ["complaint", "court"],
  court: ["adviser"],
  complaint: ["regulator", "threat"],
  shared_number: ["wrong_person"],
  threat: ["complaint"],
  more_time: ["payment_plan"],
  unrelated: ["unclear"],
  acknowledgement: ["unclear"],
  unclear: ["unrelated"],
};

/** @throws Error naming a label nothing knows */
export function intentOf(label) {
  const name = String(label)
    .trim()
    .toLowerCase()
    .replaceAll(/[\s/]+/g, "_");
  const intent = NAMES.get(name) ?? NAMES.get(name.replaceAll("-", "_"));
  if (!intent) throw new Error(`Nothing is meant by the label "${label}". Known: ${[...NAMES.keys()].join(", ")}`);
  return intent;
}

/**
 * @param {{ text: string, language: string, intent: string }[]} replies
 * @param languages those debtors are written to in
 * @param rules the pure door of negotiation
 */
export function judge(replies, languages, { interpret }) {
  const used = new Set(replies.map(({ intent }) => intent));
  const judged = replies.map((reply) => {
    const language = languages.find(({ locale }) => locale.split("-")[0] === reply.language.split(/[-_]/)[0]) ?? languages[0];
    const { meaning } = interpret({ text: reply.text, language, answersMessage: false });
    return { ...reply, said: spokenOf(meaning, used) };
  });
  const count = (intent, said) => judged.filter((one) => one.intent === intent && one.said === said).length;
  const of = (intent) => judged.filter((one) => one.intent === intent).length;
  return {
    labels: [...new Set(judged.flatMap(({ intent, said }) => [intent, said]))].toSorted((a, b) => (a < b ? -1 : 1)),
    count,
    accuracy: judged.filter(({ intent, said }) => intent === said).length / judged.length,
    recall: (intent) => count(intent, intent) / of(intent),
    wrong: judged.filter(({ intent, said }) => intent !== said),
  };
}

/** A meaning the file has no label for counts as the wider one it is part of. */
function spokenOf(meaning, used) {
  if (used.has(meaning)) return meaning;
  return (WIDER[meaning] ?? []).find((wider) => used.has(wider)) ?? meaning;
}
