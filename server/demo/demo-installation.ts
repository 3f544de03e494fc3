import type { TodayView } from "../contract/kpis.contract.js";
import { toWhatsAppSubmission } from "../modules/templates/rules.js";
import type { TemplateLibrary } from "../modules/templates/index.js";
import { demoSeed, type Sandbox } from "../sandbox/index.js";
import { SaldoClient } from "./saldo-client.js";

export const DEMO_ACCOUNT = 1;
/** The creditor is in Bogotá; its debtors are in three countries. */
export const DEMO_ZONE = "America/Bogota";
const INBOX = 1;

export interface DemoPeople {
  readonly admin: string;
  readonly agent: string;
  readonly compliance: { readonly id: number; readonly token: string };
}

export interface Installed {
  readonly account: string;
  readonly panelUrl: string;
  /** Signed in as the administrator. */
  readonly client: SaldoClient;
}

export interface Approved {
  readonly at: number;
  readonly name: string;
  readonly language: string;
  readonly status: string;
}

/** Has the stand-in Meta approve every template, as it would in the days before going live. */
export async function approveTemplates(sandbox: Sandbox, library: TemplateLibrary, inboxId = INBOX): Promise<readonly Approved[]> {
  const waba = sandbox.world.inboxes.get(inboxId)?.providerConfig.business_account_id;
  if (!waba) throw new Error("The sandbox has no WhatsApp inbox");
  return library.templates.map((template) => {
    const { name, language, category, components } = toWhatsAppSubmission(template);
    const submitted = sandbox.templates.submit(waba, {
      name,
      language,
      category,
      components: JSON.parse(JSON.stringify(components)) as never,
      parameterFormat: "POSITIONAL",
    });
    sandbox.templates.setStatus(submitted, "APPROVED");
    return { at: submitted.createdAt, name, language, status: submitted.status };
  });
}

/** Connects, grants the compliance role and reads the templates, all through the doors a customer has. */
export async function install(saldoUrl: string, sandboxUrl: string, setupCode: string, people: DemoPeople): Promise<Installed> {
  const client = new SaldoClient(saldoUrl);
  const connected = await client.call<{ account: string; panelUrl: string }>("POST", "/api/setup/connect", {
    setupCode,
    hostUrl: sandboxUrl,
    hostAccountId: DEMO_ACCOUNT,
    accessToken: people.admin,
    inboxId: INBOX,
    locale: "es",
    zone: DEMO_ZONE,
    creditorName: "Alameda Hogar",
    paymentUrl: "https://pagos.alameda.example/mi-cuenta",
    declaration: { acceptedBy: "Laura Medina", ownReceivables: true, whatsappPolicyRead: true, consentHeld: true },
  });
  await client.signIn(connected.account, people.admin);
  await client.call("POST", `/api/people/${people.compliance.id}/compliance`, { granted: true });
  await client.call("POST", "/api/templates/sync", {});
  return { ...connected, client };
}

/** The administrator looks at the plan and turns sending on. */
export async function turnOn(client: SaldoClient): Promise<void> {
  const { planDigest } = await client.call<TodayView>("GET", "/api/today?lang=en&limit=1");
  await client.call("POST", "/api/account/dispatch", { enabled: true, seenPlan: planDigest });
}

export function demoPeople(): DemoPeople {
  const users = demoSeed().accounts[0]?.users ?? [];
  const token = (note: string) => users.find((user) => user.note === note)?.accessToken ?? "";
  const compliance = users.find((user) => user.note === "compliance");
  return { admin: token("admin"), agent: token("agent"), compliance: { id: compliance?.id ?? 0, token: compliance?.accessToken ?? "" } };
}
