import type { z } from "zod";
import type { CadenceBodyView, CadenceHead, CadenceView } from "../../../../../server/contract/cadences.contract.js";
import type { SaldoClient } from "../../../../../server/demo/saldo-client.js";

export type Body = z.output<typeof CadenceBodyView>;
export type View = z.output<typeof CadenceView>;
type Head = z.output<typeof CadenceHead>;

/** Cadences through the door an administrator has. */
export class CadenceClient {
  constructor(private readonly admin: SaldoClient) {}

  async list(): Promise<Head[]> {
    return (await this.admin.call<{ items: Head[] }>("GET", "/api/cadences")).items;
  }

  async byKey(key: string): Promise<View> {
    const head = (await this.list()).find((cadence) => cadence.key === key);
    if (!head) throw new Error(`There is no cadence ${key}`);
    return this.one(head.id);
  }

  one(id: string): Promise<View> {
    return this.admin.call<View>("GET", `/api/cadences/${id}`);
  }

  create(name: string, segment: string | null = null): Promise<View> {
    return this.admin.call<View>("POST", "/api/cadences", { name, segment });
  }

  save(view: View, change: Partial<Body>): Promise<View> {
    const body = { ...view.draftBody, ...change };
    return this.admin.call<View>("PATCH", `/api/cadences/${view.id}/draft`, { revision: view.revision, body });
  }

  publish(view: View, note?: string): Promise<View> {
    return this.admin.call<View>("POST", `/api/cadences/${view.id}/publish`, { revision: view.revision, ...(note ? { note } : {}) });
  }

  turn(view: View, how: "pause" | "resume" | "archive"): Promise<View> {
    return this.admin.call<View>("POST", `/api/cadences/${view.id}/${how}`, { reason: "a reason for it" });
  }

  order(ids: readonly string[]): Promise<unknown> {
    return this.admin.call("POST", "/api/cadences/order", { ids });
  }
}

/** A step that can be published as it is. */
export function step(offsetDays: number, change: Partial<Body["steps"][number]> = {}): Body["steps"][number] {
  const base = { id: `step_${offsetDays}`, name: `Day ${offsetDays}`, offsetDays, graceDays: 1, template: "saldo_d1_30_reminder" };
  return { ...base, condition: null, ...change };
}
