import type { Role } from "./state/records.js";

/** What the stand-in helpdesk knows at start. Ids are given so that tests and scripts can name them. */
export interface SandboxSeed {
  readonly accounts: readonly SeedAccount[];
}

export interface SeedAccount {
  readonly id: number;
  readonly name: string;
  readonly locale: string;
  readonly timezone: string;
  readonly users: readonly SeedUser[];
  readonly inboxes: readonly SeedInbox[];
  readonly teams: readonly { readonly name: string; readonly description: string; readonly memberIds: readonly number[] }[];
}

export interface SeedUser {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly accessToken: string;
  /** `busy` and `offline` people get no conversations from auto-assignment. */
  readonly availability?: "online" | "busy" | "offline";
  /** Shown in the page beside the name; the host itself knows only agents and administrators. */
  readonly note?: string;
}

export interface SeedInbox {
  readonly id: number;
  readonly name: string;
  readonly phoneNumber: string;
  readonly wabaId: string;
  readonly memberIds: readonly number[];
  readonly lockToSingleConversation?: boolean;
  readonly enableAutoAssignment?: boolean;
}

/**
 * The demo's helpdesk. Tokens are fixed so that a person can sign in by copying one line, and say on their face that they are worth
 * nothing anywhere else.
 */
export function demoSeed(): SandboxSeed {
  return {
    accounts: [
      {
        id: 1,
        name: "Alameda Hogar",
        locale: "es",
        timezone: "America/Bogota",
        users: [
          {
            id: 1,
            name: "Laura Medina",
            email: "laura@alameda.example",
            role: "administrator",
            accessToken: "sandbox-token-laura-admin",
            note: "admin",
          },
          {
            id: 2,
            name: "Diego Rojas",
            email: "diego@alameda.example",
            role: "agent",
            accessToken: "sandbox-token-diego-agent",
            note: "agent",
          },
          {
            id: 3,
            name: "Camila Ortiz",
            email: "camila@alameda.example",
            role: "agent",
            accessToken: "sandbox-token-camila-agent",
            note: "agent",
          },
          {
            id: 4,
            name: "Marta Salazar",
            email: "marta@alameda.example",
            role: "agent",
            accessToken: "sandbox-token-marta-compliance",
            availability: "busy",
            note: "compliance",
          },
        ],
        inboxes: [{ id: 1, name: "Cobranza WhatsApp", phoneNumber: "+576015550100", wabaId: "100000000000001", memberIds: [2, 3, 4] }],
        teams: [{ name: "cartera", description: "Casos que necesitan a una persona", memberIds: [2, 3] }],
      },
      {
        id: 2,
        name: "Ferretería El Cóndor",
        locale: "es",
        timezone: "America/Mexico_City",
        users: [
          {
            id: 5,
            name: "Inés Prado",
            email: "ines@condor.example",
            role: "administrator",
            accessToken: "sandbox-token-ines-admin",
            note: "admin",
          },
        ],
        inboxes: [{ id: 2, name: "WhatsApp El Cóndor", phoneNumber: "+525555500200", wabaId: "100000000000002", memberIds: [5] }],
        teams: [],
      },
    ],
  };
}
