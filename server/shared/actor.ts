/** Who did something. Goes into the journal as `ref`; a name is never part of it. */
export type Actor =
  | {
      readonly kind: "person";
      readonly accountId: number;
      readonly hostUserId: number;
      readonly role: "administrator" | "agent" | "compliance";
    }
  | { readonly kind: "machine"; readonly accountId: number; readonly keyId: string; readonly scopes: readonly string[] }
  | { readonly kind: "system"; readonly job: string }
  | { readonly kind: "debtor" }
  | { readonly kind: "host" };

/** `user:12`, `key:0193…`, `system:dispatch`, `debtor`, `host` */
export function actorRef(actor: Actor): string {
  switch (actor.kind) {
    case "person":
      return `user:${actor.hostUserId}`;
    case "machine":
      return `key:${actor.keyId}`;
    case "system":
      return `system:${actor.job}`;
    default:
      return actor.kind;
  }
}

export function system(job: string): Actor {
  return { kind: "system", job };
}

/** A person or machine; the access guard lets nobody else in. */
export type SignedIn = Extract<Actor, { readonly accountId: number }>;
