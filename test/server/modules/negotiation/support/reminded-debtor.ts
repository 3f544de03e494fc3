import { request } from "undici";
import { MINUTE, SECOND } from "../../../../../server/shared/instant.js";
import { debtsFile, type FileDebt } from "../../../../support/debts-file.js";
import { type Desk, openDesk, TOKENS } from "../../../../support/desk.js";

export interface RemindedDebtor {
  readonly desk: Desk;
  /** Display id of the conversation. */
  readonly conversationId: number;
  /** The helpdesk's id of the reminder. */
  readonly reminderId: number;
  /** Answers the reminder with a button's title, also one that only other versions of it have, and lets Saldo react. */
  press(title: string): Promise<number>;
  /** Presses a button of the last message that has it, and lets Saldo react. */
  choose(title: string): Promise<number>;
  /** Titles of the buttons of the last answer. */
  buttons(): string[];
  /** Writes in the conversation and lets Saldo react. @returns the helpdesk's id of the message */
  write(text: string): Promise<number>;
  /** A request of the agent Diego to the helpdesk about the conversation: `messages`, `toggle_status`. */
  agent(path: string, body: object): Promise<Record<string, unknown>>;
  /** What Saldo sent to the debtor after the reminder, oldest first. */
  replies(): string[];
  notes(): string[];
  conversation(): {
    readonly status: string;
    readonly labels: readonly string[];
    readonly teamId: number | null;
    readonly assigneeId: number | null;
  };
  rows<T extends object>(sql: string): Promise<T[]>;
  /** Types of the journal since the reminder, oldest first. */
  journal(): Promise<string[]>;
  close(): Promise<void>;
}

/** A desk whose first debtor was just reminded and has answered nothing yet. */
export async function remindedDebtor(debts: readonly FileDebt[] = [{ name: "Marisol Quintero" }]): Promise<RemindedDebtor> {
  const desk = await openDesk({ debts: debtsFile(debts) });
  await desk.turnOn();
  await desk.clock.runFor(2 * MINUTE);
  const [reminder] = desk.sent();
  if (!reminder) throw new Error("The reminder did not go out");
  const conversation = desk.sandbox.conversations.must(reminder.conversationId);
  const inbox = { accountId: conversation.accountId, conversationId: conversation.displayId };
  const [head] = await desk.db.rows<{ seq: number }>("select seq from journal_head where account_id = ?", [desk.account.id]);
  const after = async (id: number | undefined): Promise<number> => {
    await desk.clock.runFor(30 * SECOND);
    return id ?? 0;
  };
  const answers = () => {
    const ours = new Set(desk.sent().map((message) => message.id));
    return desk.sandbox.messages.where((message) => ours.has(message.id) && message.conversationId === conversation.id);
  };
  const titlesOf = ({ contentAttributes: { items } }: { readonly contentAttributes: { readonly items?: unknown } }): string[] =>
    Array.isArray(items) ? items.map((item: { title: string }) => item.title) : [];
  return {
    desk,
    conversationId: conversation.displayId,
    reminderId: reminder.id,
    press: (title) => after(desk.sandbox.playDebtor({ ...inbox, text: title, replyToMessageId: reminder.id })?.id),
    choose(title) {
      const offering = answers().findLast((message) => titlesOf(message).includes(title));
      if (!offering) throw new Error(`No message offers "${title}"`);
      return after(desk.sandbox.pressButton(inbox.accountId, offering.id, title)?.id);
    },
    buttons: () => titlesOf(answers().at(-1) ?? { contentAttributes: {} }),
    write: (text) => after(desk.sandbox.playDebtor({ ...inbox, text })?.id),
    async agent(path, body) {
      const address = `${desk.sandbox.url}/api/v1/accounts/${inbox.accountId}/conversations/${inbox.conversationId}/${path}`;
      const headers = { "content-type": "application/json", api_access_token: TOKENS.agent };
      const answer = await desk.clock.during(() => request(address, { method: "POST", headers, body: JSON.stringify(body) }));
      const json = (await answer.body.json()) as Record<string, unknown>;
      await desk.clock.runFor(30 * SECOND);
      return json;
    },
    replies: () =>
      desk
        .sent()
        .filter((message) => message.id !== reminder.id && message.conversationId === conversation.id)
        .map((message) => message.content),
    notes: () =>
      desk.sandbox.messages
        .where((message) => message.private && message.conversationId === conversation.id)
        .map((note) => note.content ?? ""),
    conversation: () => desk.sandbox.conversations.must(conversation.id),
    rows: (sql) => desk.db.rows(sql, [desk.account.id]),
    async journal() {
      const rows = await desk.db.rows<{ type: string }>("select type from journal_record where account_id = ? and seq > ? order by seq", [
        desk.account.id,
        head?.seq ?? 0,
      ]);
      return rows.map((row) => row.type);
    },
    close: () => desk.close(),
  };
}
