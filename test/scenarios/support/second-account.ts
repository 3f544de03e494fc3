import { approveTemplates } from "../../../server/demo/demo-installation.js";
import { SaldoClient } from "../../../server/demo/saldo-client.js";
import { AccountDirectory, SetupCodes } from "../../../server/modules/accounts/index.js";
import { TemplateLibrary } from "../../../server/modules/templates/index.js";
import { SECOND } from "../../../server/shared/instant.js";
import { debtsFile } from "../../support/debts-file.js";
import { connection, type Desk } from "../../support/desk.js";

export const INES = "sandbox-token-ines-admin";
const INBOX = 2;
const ONE_DEBT = debtsFile([{ id: "F-1", name: "Ramón Uc", phone: "+573005559999", reference: "FC-1" }]);

export interface SecondAccount {
  /** Signed in as its administrator. */
  readonly client: SaldoClient;
  readonly id: number;
  readonly publicId: string;
}

/**
 * Connects the sandbox's second account, Ferretería El Cóndor, and imports debts there.
 * @param live as the first account of a desk is: its templates are approved
 */
export async function connectSecondAccount(desk: Desk, { debts = ONE_DEBT, live = false } = {}): Promise<SecondAccount> {
  const client = new SaldoClient(desk.url);
  if (live) await approveTemplates(desk.sandbox, await TemplateLibrary.load("templates"), INBOX);
  const { code } = await desk.app.get(SetupCodes).create();
  const { account } = await client.call<{ account: string }>("POST", "/api/setup/connect", {
    ...connection(desk.sandbox.url, code),
    hostAccountId: 2,
    accessToken: INES,
    inboxId: INBOX,
    zone: "America/Mexico_City",
    creditorName: "El Cóndor",
  });
  await client.signIn(account, INES);
  if (live) {
    await client.call("POST", "/api/templates/sync", {});
    await desk.clock.runFor(5 * SECOND);
    await client.call("POST", "/api/templates/sync", {});
  }
  await client.call("POST", "/api/imports", { kind: "debts", fileName: "f.csv", text: debts });
  await desk.clock.runFor(SECOND);
  const row = await desk.app.get(AccountDirectory).byPublicId(account);
  if (!row) throw new Error("The second account was not connected");
  return { client, id: row.id, publicId: account };
}
