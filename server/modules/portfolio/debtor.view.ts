import { Injectable } from "@nestjs/common";
import type { z } from "zod";
import type { ContactPointView, DebtorView, DebtView, HoldView } from "../../contract/portfolio.contract.js";
import type { CalendarDate } from "../../shared/calendar.js";
import { notFound } from "../../shared/errors.js";
import { type Instant, toIso, toIsoOrNull } from "../../shared/instant.js";
import { localDate } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { DebtorVault } from "../../platform/crypto/debtor-vault.js";
import { Database } from "../../platform/database/database.js";
import { AccountSettingsView } from "./account-settings.view.js";
import { DebtorConversations } from "./debtor-conversations.port.js";
import { daysPastDue, stageOf } from "./domain/stage.js";
import { type ContactPointFact, type RecordedDebt, type DebtorFacts, PortfolioReader } from "./portfolio.reader.js";
import type { HoldRecord } from "./portfolio-rows.tables.js";
import type { PortfolioTables } from "./portfolio.tables.js";

type View<T extends z.ZodType> = z.infer<T>;
type Money = { minor: number; currency: string };

/** One debtor as the panel and the conversation tab show them. */
@Injectable()
export class DebtorPageView {
  constructor(
    private readonly db: Database,
    private readonly reader: PortfolioReader,
    private readonly accounts: AccountSettingsView,
    private readonly vault: DebtorVault,
    private readonly clock: Clock,
    private readonly conversations: DebtorConversations,
  ) {}

  /** @throws DomainError `debtor.not_found` */
  async one(accountId: number, publicId: string): Promise<DebtorView> {
    const debtor = await this.reader.findDebtor(accountId, publicId);
    if (!debtor) throw notFound("debtor.not_found", "There is no such debtor.");
    const { zone } = await this.accounts.of(accountId);
    const now = this.clock.now();
    const today = localDate(zone, now);
    const ids = [debtor.id];
    const debts = (await this.reader.debts(accountId, ids)).get(debtor.id) ?? [];
    const holds = await this.db
      .typed<PortfolioTables>()
      .selectFrom("hold")
      .selectAll()
      .where("account_id", "=", accountId)
      .where("debtor_id", "=", debtor.id)
      .orderBy("id", "desc")
      .limit(100)
      .execute();
    const points = (await this.reader.contactPoints(accountId, ids)).get(debtor.id) ?? [];
    const open = debts.filter((debt) => debt.status === "open");
    return {
      id: debtor.publicId,
      name: (await this.reader.names(accountId, ids)).get(debtor.id) ?? "",
      externalId: debtor.externalId,
      kind: debtor.kind === "company" ? "company" : "person",
      employment: debtor.employment as DebtorView["employment"],
      language: debtor.language,
      country: debtor.country,
      zones: [...debtor.zones],
      conversation: await this.conversation(accountId, debtor.id),
      owes: sums(open),
      overdue: sums(open.filter((debt) => daysPastDue(debt.dueDate, today) > 0)),
      debts: debts.map((debt) =>
        debtView(
          debt,
          today,
          holds.some((hold) => inForce(hold, now) && (hold.debt_id ?? debt.id) === debt.id),
        ),
      ),
      contactPoints: points.map((point) => contactPointView(point, debtor)),
      holds: await Promise.all(holds.map((hold) => this.holdView(accountId, hold, debts))),
    };
  }

  async hold(accountId: number, hold: HoldRecord): Promise<View<typeof HoldView>> {
    const debts = (await this.reader.debts(accountId, [hold.debtor_id])).get(hold.debtor_id) ?? [];
    return this.holdView(accountId, hold, debts);
  }

  /** The debtor a helpdesk conversation is about; null when it is about none. */
  async byConversation(accountId: number, conversationId: number): Promise<{ debtorId: string | null }> {
    const id = await this.conversations.debtorIn(accountId, conversationId);
    const debtor = id === null ? undefined : (await this.reader.debtors(accountId, [id])).get(id);
    return { debtorId: debtor?.publicId ?? null };
  }

  private async conversation(accountId: number, debtorId: number): Promise<{ id: number; url: string } | null> {
    const id = await this.conversations.newestOf(accountId, debtorId);
    if (id === null) return null;
    const { hostBaseUrl, hostAccountId } = await this.accounts.of(accountId);
    return { id, url: `${hostBaseUrl.replace(/\/+$/, "")}/app/accounts/${hostAccountId}/conversations/${id}` };
  }

  private async holdView(accountId: number, row: HoldRecord, debts: readonly RecordedDebt[]): Promise<View<typeof HoldView>> {
    const cell = { table: "hold", column: "note_sealed", row: row.public_id } as const;
    return {
      id: row.public_id,
      reason: row.reason as View<typeof HoldView>["reason"],
      debtId: debts.find((debt) => debt.id === row.debt_id)?.publicId ?? null,
      from: toIso(row.from_at),
      until: toIsoOrNull(row.until_at),
      releasedAt: toIsoOrNull(row.released_at),
      by: row.actor,
      note: row.note_sealed === null ? null : await this.vault.open(accountId, row.debtor_id, cell, row.note_sealed),
    };
  }
}

function debtView(debt: RecordedDebt, today: CalendarDate, held: boolean): View<typeof DebtView> {
  return {
    id: debt.publicId,
    reference: debt.reference,
    product: debt.product,
    dueDate: debt.dueDate,
    daysPastDue: daysPastDue(debt.dueDate, today),
    stage: stageOf(debt.dueDate, today),
    principal: { minor: debt.principalMinor, currency: debt.currency },
    balance: { minor: debt.balanceMinor, currency: debt.currency },
    instalment: debt.instalmentMinor === null ? null : { minor: debt.instalmentMinor, currency: debt.currency },
    creditDate: debt.creditDate,
    status: debt.status,
    held,
  };
}

/** Why a contact point is not used, as a code the panel translates. */
function whyNot(point: ContactPointFact, debtor: DebtorFacts): string | null {
  if (point.invalid) return "replaced";
  if (debtor.ambiguousNumber) return "shared_number";
  if (point.consent === "withdrawn") return "withdrawn";
  return point.blocked ? "blocked" : null;
}

function contactPointView(point: ContactPointFact, debtor: DebtorFacts): View<typeof ContactPointView> {
  const why = whyNot(point, debtor);
  return {
    id: point.publicId,
    channel: point.channel,
    masked: `••• ${point.ending}`,
    consent: point.consent,
    consentSource: point.consentSource,
    consentOn: point.consentOn,
    usable: why === null,
    why,
  };
}

function inForce(hold: HoldRecord, now: Instant): boolean {
  return hold.released_at === null && (hold.until_at === null || hold.until_at > now);
}

/** One sum per currency, in the order of their codes. */
function sums(debts: readonly RecordedDebt[]): Money[] {
  const totals = new Map<string, number>();
  for (const debt of debts) totals.set(debt.currency, (totals.get(debt.currency) ?? 0) + debt.balanceMinor);
  return [...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([currency, minor]) => ({ minor, currency }));
}
