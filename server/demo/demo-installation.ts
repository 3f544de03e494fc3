import { localDate } from "../shared/zone.js";
import type { Clock } from "../platform/clock/clock.js";
import type { TodayView } from "../contract/work.contract.js";
import { toWhatsAppSubmission } from "../modules/templates/rules.js";
import type { TemplateLibrary } from "../modules/templates/index.js";
import type { Sandbox } from "../sandbox/index.js";
import { demoPortfolio } from "./demo-portfolio.js";
import { SaldoClient } from "./saldo-client.js";

export const DEMO_ACCOUNT = 1;
const INBOX = 1;

export interface DemoPeople {
  readonly admin: string;
  readonly agent: string;
  readonly compliance: { readonly id: number; readonly token: string };
}

export interface Installed {
  readonly account: string;
  readonly panelUrl: string;
  readonly client: SaldoClient;
  readonly today: TodayView;
  readonly imported: { readonly created: number; readonly rejected: number };
}

/** Has the stand-in Meta approve every template, as it would in the days before going live. */
export async function approveTemplates(sandbox: Sandbox, library: TemplateLibrary): Promise<void> {
  const waba = sandbox.world.inboxes.get(INBOX)?.providerConfig.business_account_id;
  if (!waba) throw new Error("The sandbox has no WhatsApp inbox");
  for (const template of library.templates) {
    const { name, language, category, components } = toWhatsAppSubmission(template);
    const submitted = sandbox.templates.submit(waba, {
      name,
      language,
      category,
      components: JSON.parse(JSON.stringify(components)) as never,
      parameterFormat: "POSITIONAL",
    });
    sandbox.templates.setStatus(submitted, "APPROVED");
  }
}

/** Connects, grants the compliance role, imports and looks at the plan, all through the doors a customer has. */
export async function install(
  saldoUrl: string,
  sandboxUrl: string,
  setupCode: string,
  people: DemoPeople,
  clock: Clock,
): Promise<Installed> {
  const client = new SaldoClient(saldoUrl);
  const connected = await client.call<{ account: string; panelUrl: string }>("POST", "/api/setup/connect", {
    setupCode,
    hostUrl: sandboxUrl,
    hostAccountId: DEMO_ACCOUNT,
    accessToken: people.admin,
    inboxId: INBOX,
    locale: "es",
    zone: "America/Bogota",
    creditorName: "Alameda Hogar",
    paymentUrl: "https://pagos.alameda.example/mi-cuenta",
    declaration: { acceptedBy: "Laura Medina", ownReceivables: true, whatsappPolicyRead: true, consentHeld: true },
  });
  await client.signIn(connected.account, people.admin);
  await client.call("POST", `/api/people/${people.compliance.id}/compliance`, { granted: true });
  await client.call("POST", "/api/templates/sync", {});
  const imported = await client.call<{ created: number; rejected: number }>("POST", "/api/imports", {
    kind: "debts",
    fileName: "cartera-alameda.csv",
    text: demoPortfolio(localDate("America/Bogota", clock.now())),
  });
  return { ...connected, client, imported, today: await plannedDay(client, clock) };
}

/** Plan and template status follow within moments; if they do not, that is a finding, not something to wait for. */
async function plannedDay(client: SaldoClient, clock: Clock): Promise<TodayView> {
  for (let tries = 0; ; tries++) {
    const today = await client.call<TodayView>("GET", "/api/today?lang=en&limit=200");
    const { items } = await client.call<{ items: { sendable: boolean }[] }>("GET", "/api/templates");
    const ready = today.counts.allowed + today.counts.denied > 0 && items.some((template) => template.sendable);
    if (ready || tries === 40) return today;
    await clock.sleep(250);
  }
}
