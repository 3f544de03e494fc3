import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { check, type Checked } from "../../../../server/demo/check.js";
import type { Recording, SentMessage } from "../../../../server/demo/days/recording.js";
import { referencesIn } from "../../../../server/demo/judge/contacts.js";
import { CHECKS, judge } from "../../../../server/demo/judge/judge.js";

const HOUR = 3_600_000;
/** What is too much to ask of forty people in ten days; what few people do is among them all the same. */
const RARE = ["Today: the strip", "Imports", "Import: not in the last file", "Numbers of several debtors"];

const folder = mkdtempSync(join(tmpdir(), "saldo-check-"));
let checked: Checked;
/** A reminder to somebody in Colombia, whom its law on days and weeks binds. */
let reminder: SentMessage;

beforeAll(async () => {
  const room = 20 * Number(process.env["JEST_WORKER_ID"] ?? 0);
  const options = { days: 10, debtors: 40, seed: 6, end: "2026-11-20", json: false, nodeEnv: "test" };
  checked = await check({ ...options, port: 5100 + room, sandboxPort: 5300 + room, dataDir: join(folder, "demo") }, () => {});
  const { sent } = checked.recording;
  reminder = sent.find(({ kind, to, refusal }) => kind === "template" && to.startsWith("57") && refusal === null)!;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The names of the checks that find something once the recording was changed. */
async function found(change: Partial<Recording>): Promise<string[]> {
  const { findings } = await judge({ ...checked.recording, ...change });
  return [...new Set(findings.map((finding) => finding.check))];
}

function instead(changed: Partial<SentMessage>): Pick<Recording, "sent"> {
  return { sent: checked.recording.sent.map((message) => (message === reminder ? { ...message, ...changed } : message)) };
}

function besides(added: Partial<SentMessage>): Pick<Recording, "sent"> {
  return { sent: [...checked.recording.sent, { ...reminder, id: 999_999, ...added }] };
}

function said(meant: Recording["received"][number]["meant"]): Pick<Recording, "received"> {
  const word = { at: reminder.at - HOUR, from: reminder.to, text: "…", meant, about: reminder.id };
  return { received: [...checked.recording.received, word] };
}

/** The creditor's files say besides that the debtor of the reminder has this number too. */
function alsoAt(phone: string): Pick<Recording, "files"> {
  const { file, rest, row } = rowOfReminder();
  return { files: [{ ...file, rows: [...file.rows, { ...row, phone: `+${phone}` }] }, ...rest] };
}

function rowOfReminder() {
  const [file, ...rest] = checked.recording.files;
  return { file: file!, rest, row: file!.rows.find((one) => one.phone === `+${reminder.to}`)! };
}

function withLine(test: (line: string) => boolean, change: (line: string) => string): Pick<Recording, "journal"> {
  const lines = checked.recording.journal.split("\n");
  const index = lines.findIndex(test);
  expect(index).toBeGreaterThan(-1);
  return { journal: lines.with(index, change(lines[index]!)).join("\n") };
}

describe("ten days of forty debtors", () => {
  it("are lawful, and every check had something to look at", () => {
    expect(checked.judgement.findings.filter(({ what }) => !RARE.some((name) => what.startsWith(`${name}:`)))).toEqual([]);
    const seen = new Set(checked.judgement.checks.filter(({ looked }) => looked > 0).map(({ name }) => name));
    expect(
      CHECKS.map(({ name }) => name).filter(
        (name) => !seen.has(name) && !["after_opting_out", "after_objecting", "word_kept"].includes(name),
      ),
    ).toEqual([]);
  });

  it("at eleven at night, one message is outside the window", async () => {
    expect(await found(instead({ at: Date.parse("2026-11-19T04:00:00Z") }))).toContain("window");
  });

  it("and what a later file says of where somebody lives says nothing of the messages before it", async () => {
    const row = checked.recording.files.flatMap(({ rows }) => rows).find(({ phone }) => phone === `+${reminder.to}`)!;
    // Wherever its clocks show, at no hour is all the world inside the window.
    const abroad = ["MX", "BR"].map((country) => ({ ...row, debtor: `elsewhere-${country}`, country, subdivision: null }));
    const saidAt = (at: number): Pick<Recording, "files"> => ({ files: [...checked.recording.files, { at, mode: "delta", rows: abroad }] });
    const early = { ...instead({ at: Date.parse("2026-11-17T12:30:00Z") }) };
    expect(await found({ ...early, ...saidAt(Date.parse("2026-11-19T12:30:00Z")) })).not.toContain("window");
    expect(await found({ ...early, ...saidAt(Date.parse("2026-11-17T12:00:00Z")) })).toContain("window");
  });
  it("on a Sunday, one message is outside the window", async () => {
    expect(await found(instead({ at: Date.parse("2026-11-15T15:00:00Z") }))).toContain("window");
  });

  it("on a holiday, one message is found by its name", async () => {
    const { findings } = await judge({ ...checked.recording, ...instead({ at: Date.parse("2026-11-16T15:00:00Z") }) });
    expect(findings.find((finding) => finding.check === "holiday")?.what).toContain("Independencia de Cartagena");
  });

  it("to a number in no file, one message is found", async () => {
    expect(await found(instead({ to: "573009999999" }))).toContain("window");
  });

  it("twice in a day, the second contact is one too many", async () => {
    expect(await found(besides({ at: reminder.at + HOUR, ref: "another" }))).toContain("caps");
  });

  it("twice in a day, to a number of which nobody knew yet that it is the same person's, no contact is too many", async () => {
    const other = "573009999999";
    const second = besides({ at: reminder.at + HOUR, ref: "another", to: other });
    const { row, file, rest } = rowOfReminder();
    const stranger = { ...row, debtor: "stranger", reference: "XX-0000001", phone: `+${other}` };
    const known = { ...file, rows: [...file.rows, stranger] };
    const told = (at: number) => [known, ...rest, { at, mode: "delta" as const, rows: [{ ...row, phone: `+${other}` }] }];
    expect(await found({ ...second, files: told(reminder.at + 2 * HOUR) })).not.toContain("caps");
    expect(await found({ ...second, files: told(reminder.at - HOUR) })).toContain("caps");
  });

  it("twice in a day, the law of a country that a later file adds is not held against them, nor is it missed from there on", async () => {
    const { row, file, rest } = rowOfReminder();
    // Mexico has no such cap; the number is Mexican, and so was all that was known.
    const phone = "525512345678";
    const mexican = { ...row, phone: `+${phone}`, country: "MX", subdivision: null };
    const others = checked.recording.sent.filter(({ to }) => to !== reminder.to);
    const sent = [reminder.at, reminder.at + HOUR].map((at, index) => ({
      ...reminder,
      id: 999_990 + index,
      ref: `r${index}`,
      to: phone,
      at,
    }));
    const moved = (at: number) => ({
      sent: [...others, ...sent],
      files: [
        { ...file, rows: file.rows.map((one) => (one === row ? mexican : one)) },
        ...rest,
        { at, mode: "delta" as const, rows: [{ ...mexican, country: "CO" }] },
      ],
    });
    expect(await found(moved(reminder.at + 2 * HOUR))).not.toContain("caps");
    expect(await found(moved(reminder.at - HOUR))).toContain("caps");
  });

  it("with a ref that was used, a message is a double", async () => {
    expect(await found(besides({ at: reminder.at + 30 * HOUR }))).toContain("doubles");
  });

  it("for a step that was made, a message is a double under another ref", async () => {
    const intended = checked.recording.journal
      .split("\n")
      .filter((line) => line.includes('"message.intended"') && line.includes('"kind":"cadence"'));
    const arrived = new Set(checked.recording.sent.map(({ ref }) => ref));
    const [first, second] = intended
      .map((line) => JSON.parse(line) as { debtor: string; payload: Record<string, string> })
      .filter(({ payload }) => arrived.has(payload["ref"]!));
    const same = { ...second!, debtor: first!.debtor, payload: { ...first!.payload, ref: second!.payload["ref"]! } };
    const change = withLine(
      (line) => line.includes(second!.payload["ref"]!) && line.includes('"message.intended"'),
      () => JSON.stringify(same),
    );
    expect(await found(change)).toContain("doubles");
  });

  it("about what was paid an hour before, a message is found", async () => {
    const [reference] = referencesIn(reminder.text);
    const payment = {
      at: reminder.at - HOUR,
      externalId: "PG-X",
      debtReference: reference!,
      debtorExternalId: null,
      amountMinor: 10 ** 12,
      currency: "COP",
    };
    expect(await found({ payments: [...checked.recording.payments, payment] })).toContain("after_paying");
  });

  it("after a stop, a contact is found, and so is a second answer", async () => {
    expect(await found(said("opt_out"))).toContain("after_opting_out");
  });

  it("after a dispute of the same account, a contact is found", async () => {
    expect(await found(said("dispute"))).toContain("after_objecting");
  });

  it("after a wrong number, a contact is found", async () => {
    expect(await found(said("wrong_person"))).toContain("after_objecting");
  });

  it("with another amount, a message does not agree with the books", async () => {
    expect(await found(instead({ text: reminder.text.replace(/(\$\s?)(\d)/u, "$19$2") }))).toContain("balance");
  });

  it("at a second number of the same person, a contact counts, and after a stop it is found", async () => {
    const second = { ...besides({ at: reminder.at + HOUR, ref: "another", to: "573009999999" }), ...alsoAt("573009999999") };
    expect(await found(second)).toContain("caps");
    const stop = { at: reminder.at + HOUR / 2, from: reminder.to, text: "…", meant: "opt_out" as const, about: reminder.id };
    const silent = second.sent.filter(({ at, to }) => to !== reminder.to || at <= reminder.at);
    expect(await found({ ...second, sent: silent, received: [stop] })).toContain("after_opting_out");
  });

  it("about a debt of somebody else, a message is found, and so is one to a number of two", async () => {
    const other = checked.recording.sent.find(({ kind, to }) => kind === "template" && to !== reminder.to)!;
    expect(await found(instead({ text: other.text, parameters: other.parameters }))).toContain("right_party");
    const [first, ...rest] = checked.recording.files;
    const stranger = first!.rows.find(({ phone }) => phone === `+${other.to}`)!;
    const shared = { ...first!, rows: [...first!.rows, { ...stranger, phone: `+${reminder.to}`, reference: "XX-0000001" }] };
    expect(await found({ files: [shared, ...rest] })).toContain("right_party");
  });

  it("to a wrong number, an answer may apologise but not name the debt", async () => {
    const word = { at: reminder.at + HOUR, from: reminder.to, text: "…", meant: "wrong_person" as const, about: reminder.id };
    const before = checked.recording.sent.filter(({ at, to }) => to !== reminder.to || at <= reminder.at);
    const answered = (text: string) => ({
      received: [...checked.recording.received.filter(({ from }) => from !== reminder.to), word],
      sent: [...before, { ...reminder, id: 999_999, ref: "another", kind: "text" as const, template: null, at: word.at + 2_000, text }],
    });
    expect(await found(answered("Disculpe la molestia."))).not.toContain("after_objecting");
    expect(await found(answered("Su saldo es de $ 80.000."))).toContain("after_objecting");
    expect(await found(answered("Puede pagar en https://pay.example/x"))).toContain("after_objecting");
  });

  it("about a debt that the last full file lacks, a message is found, unless a file brought the debt the second before", async () => {
    const lost = { at: reminder.at - HOUR, mode: "snapshot" as const, rows: [] };
    expect(await found({ files: [...checked.recording.files, lost] })).toContain("not_in_file");
    const back = { at: reminder.at - 1_000, mode: "delta" as const, rows: checked.recording.files.flatMap(({ rows }) => rows) };
    const { findings } = await judge({ ...checked.recording, files: [...checked.recording.files, lost, back], sent: [reminder] });
    expect(findings.filter((finding) => finding.check === "not_in_file")).toEqual([]);
  });

  it("with another due date, or another number of days since, a message does not agree with the files", async () => {
    expect(await found(instead({ text: reminder.text.replace(/\d+ de \p{Ll}+/u, "29 de febrero") }))).toContain("due_date");
    const dated = checked.recording.sent.find(({ text }) => /hace \d+ días|há \d+ dias/u.test(text))!;
    const sent = checked.recording.sent.map((message) =>
      message === dated ? { ...message, text: message.text.replace(/(hace|há) \d+/u, "$1 400") } : message,
    );
    expect(await found({ sent })).toContain("due_date");
  });

  it("with one value at Meta and another in the helpdesk, a message is found", async () => {
    const parameters = reminder.parameters.map((value) => value.replace(/(\$\s?)(\d)/u, "$19$2"));
    expect(await found(instead({ parameters }))).toContain("as_sent");
    expect(await found(instead({ parameters: [] }))).toContain("as_sent");
  });

  it("before the day until which none was to come, a reminder is found, and on it none", async () => {
    const [reference] = referencesIn(reminder.text);
    const words = new Intl.DateTimeFormat("es", { day: "numeric", month: "long", timeZone: "America/Bogota" });
    const answer = (day: number) =>
      besides({
        at: reminder.at - HOUR,
        ref: "another",
        kind: "text",
        template: null,
        text: `De acuerdo: no le enviaremos recordatorios sobre cuenta ${reference} antes del ${words.format(day)}.`,
      });
    expect(await found(answer(reminder.at + 24 * HOUR))).toContain("word_kept");
    expect(await found(answer(reminder.at))).not.toContain("word_kept");
  });

  it("with a threat, or without the way to stop, a message is found", async () => {
    expect(await found(instead({ text: `${reminder.text}\nPodría afectar su historial.` }))).toContain("wording");
    expect(await found(instead({ text: reminder.text.replace("BAJA", "") }))).toContain("wording");
  });

  it("without consent in the file, a contact is found", async () => {
    const files = checked.recording.files.map((file) => ({
      ...file,
      rows: file.rows.map((row) => (row.phone === `+${reminder.to}` ? { ...row, consent: "unknown" as const } : row)),
    }));
    expect(await found({ files })).toContain("consent");
  });

  it("on a template that was paused by then, a message is found", async () => {
    const paused = { ...reminder.template!, at: reminder.at - HOUR, status: "PAUSED" };
    expect(await found({ approvals: [...checked.recording.approvals, paused] })).toContain("template");
  });

  it("in free text to somebody who had not written, a message is found", async () => {
    const silent = { received: checked.recording.received.filter(({ from }) => from !== reminder.to) };
    expect(await found({ ...instead({ kind: "text", template: null }), ...silent })).toContain("answers");
  });

  it("with one digit of the journal changed, the export does not verify", async () => {
    expect(
      await found(
        withLine(
          (line) => line.includes('"message.intended"'),
          (line) => line.replace(/"attempt":1/u, '"attempt":2'),
        ),
      ),
    ).toContain("journal");
  });

  it("with a message that is not in the journal, the record has a hole", async () => {
    expect(await found(besides({ at: reminder.at + 30 * HOUR, ref: "never-intended" }))).toContain("journal");
  });

  it("with one widget empty, the panel is not whole", async () => {
    const [first, ...rest] = checked.recording.widgets;
    const { findings } = await judge({ ...checked.recording, widgets: [{ ...first!, filled: false }, ...rest] });
    expect(findings.map(({ what }) => what)).toContain(`${first!.name}: ${first!.shows}`);
  });
});
