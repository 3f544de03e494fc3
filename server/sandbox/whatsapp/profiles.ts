/** From–to in milliseconds, both inclusive; a point is drawn from the seeded Random. */
export type Span = readonly [from: number, to: number];

/** How the provider and the debtor's phone treat one message. */
export interface DeliveryProfile {
  /** From the host's send job to Meta's answer. */
  readonly acceptance: Span;
  /** From acceptance to `delivered`. */
  readonly delivery: Span;
  /** From `delivered` to `read`. */
  readonly reading: Span;
  /** How far the message gets. `accepted` = never delivered: switched off, out of coverage. */
  readonly reaches: "accepted" | "delivered" | "read" | "failed";
  /** `failed` after acceptance: the host keeps `"<code>: <title>"`. */
  readonly failure: { readonly code: number; readonly title: string };
  /** Refused at once by Meta: the host keeps this text as it is. Null when accepted. */
  readonly refusal: string | null;
}

export const DEFAULT_PROFILE: DeliveryProfile = {
  acceptance: [150, 900],
  delivery: [600, 2_500],
  reading: [4_000, 20_000],
  reaches: "read",
  failure: { code: 131026, title: "Message undeliverable" },
  refusal: null,
};

export const NOT_ON_WHATSAPP: Partial<DeliveryProfile> = { reaches: "failed", failure: { code: 131026, title: "Message undeliverable" } };
export const ENGAGEMENT_LIMIT: Partial<DeliveryProfile> = {
  reaches: "failed",
  failure: { code: 131049, title: "This message was not delivered to maintain healthy ecosystem engagement." },
};

/** Profiles by the debtor's number, by inbox, and for everyone, the closest first. */
export class DeliveryProfiles {
  private everyone: DeliveryProfile = DEFAULT_PROFILE;
  private readonly byInbox = new Map<number, Partial<DeliveryProfile>>();
  private readonly byPhone = new Map<string, Partial<DeliveryProfile>>();

  forEveryone(profile: Partial<DeliveryProfile>): void {
    this.everyone = { ...this.everyone, ...profile };
  }

  forInbox(inboxId: number, profile: Partial<DeliveryProfile>): void {
    this.byInbox.set(inboxId, { ...this.byInbox.get(inboxId), ...profile });
  }

  /** @param phone with or without `+` */
  forPhone(phone: string, profile: Partial<DeliveryProfile>): void {
    const digits = phone.replace(/\D/gu, "");
    this.byPhone.set(digits, { ...this.byPhone.get(digits), ...profile });
  }

  of(inboxId: number, sourceId: string): DeliveryProfile {
    return { ...this.everyone, ...this.byInbox.get(inboxId), ...this.byPhone.get(sourceId) };
  }

  reset(): void {
    this.everyone = DEFAULT_PROFILE;
    this.byInbox.clear();
    this.byPhone.clear();
  }
}
