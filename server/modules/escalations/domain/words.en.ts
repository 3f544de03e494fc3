import type { Words } from "./words.js";

const PAUSED = "Reminders are paused until this conversation is resolved.";
const ANSWER = "Please answer here and resolve the conversation when it is settled.";

export const en: Words = {
  dispute: {
    short: "Disputes the debt",
    happened: "The debtor does not agree with the debt. Reminders about it are on hold.",
    task: "Please find out what is wrong and answer here. The hold stays until somebody ends it in Saldo, also when this conversation is resolved.",
  },
  wrong_person: {
    short: "Says it is the wrong person",
    happened: "The person at this number says they are not the debtor. Nothing more is sent to this debtor.",
    task: "Please do not mention the debt. Check the number in your records; the hold stays until somebody ends it in Saldo.",
  },
  already_paid: {
    short: "Says it is already paid",
    happened: "The debtor says the debt is already paid. Reminders about it are on hold.",
    task: "Please look for the payment and answer here. Record it in Saldo, or end the hold there when it did not arrive.",
  },
  opt_out: {
    short: "Asked not to be written to, and said more",
    happened: "The debtor asked not to be written to. The channel is closed. The message says more than that.",
    task: "Please read it. You may answer what was asked; do not start a new contact on this channel.",
  },
  shared_number: {
    short: "Wrote from a number of several debtors",
    happened: "This number belongs to more than one debtor, or to another than the conversation, so Saldo did not answer.",
    task: "Please find out who wrote, without mentioning a debt, and correct the number in your records.",
  },
  blocked: {
    short: "Blocked in the helpdesk",
    happened:
      "The contact is blocked in the helpdesk: what the debtor writes is dropped, also a wish to be left alone. Nothing more is sent to this debtor.",
    task: "Please find out why. Once the contact is unblocked, the reminders go on by themselves; if the debtor does not want them, record that in Saldo first.",
  },
  talk_to_person: {
    short: "Wants to talk to a person",
    happened: `The debtor wants to talk to a person. ${PAUSED}`,
    task: ANSWER,
  },
  broken_promises: {
    short: "Did not keep two promises to pay",
    happened: `The debtor did not keep two promises to pay. ${PAUSED}`,
    task: "Please find out what would be possible and agree on it here. You can record a new promise in Saldo.",
  },
  payment_plan: {
    short: "Asks for a payment plan",
    happened: `The debtor asks for a payment plan. ${PAUSED}`,
    task: ANSWER,
  },
  more_time: {
    short: "Asks for more time",
    happened: `The debtor asks for more time to pay. ${PAUSED}`,
    task: ANSWER,
  },
  pay_now: {
    short: "Wants to pay, and nothing is open",
    happened: `The debtor wants to pay, but Saldo knows of no open debt that can be paid now. ${PAUSED}`,
    task: ANSWER,
  },
  question: {
    short: "Has a question",
    happened: `The debtor has a question. ${PAUSED}`,
    task: ANSWER,
  },
  remind_me: {
    short: "Wants to be reminded later",
    happened: `The debtor wants to be reminded later. ${PAUSED}`,
    task: "Please agree on a day here. Resolve the conversation to let the reminders go on.",
  },
  no_text: {
    short: "Sent a file or a recording",
    happened: `The debtor sent something without text, which Saldo cannot read. ${PAUSED}`,
    task: ANSWER,
  },
  unclear: {
    short: "Wrote something a person has to read",
    happened: `The debtor wrote something that Saldo does not understand for sure. ${PAUSED}`,
    task: ANSWER,
  },
};
