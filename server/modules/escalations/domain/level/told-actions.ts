import type { ActionKind } from "../action-kind.js";
import type { EscalationLevel } from "./escalation-level.js";

export interface LevelDeed {
  readonly kind: ActionKind;
  /** User, team, label; of a note the mark of the level. Null: the account's own. */
  readonly target: string | null;
}

/** What a level has done in the helpdesk; mail and panel are Saldo's own. @param mark public id of the level that was reached */
export function deedsOf({ id, told, actions }: EscalationLevel, mark: string): readonly LevelDeed[] {
  return actions.flatMap((action): readonly LevelDeed[] => {
    switch (action) {
      case "assign":
        return told.kind === "agent" ? [{ kind: "agent", target: told.user }] : told.kind === "owner" ? [] : [team(told)];
      case "team":
        return [team(told)];
      case "priority":
        return [{ kind: "urgent", target: null }];
      case "label":
        return [{ kind: "label", target: id.replaceAll("_", "-") }];
      case "note":
        return [{ kind: "note", target: mark }];
      case "mail":
      case "panel":
        return [];
    }
  });
}

/** Whether somebody is told of it by Saldo itself. */
export function tells({ actions }: EscalationLevel): boolean {
  return actions.includes("mail") || actions.includes("panel");
}

function team(told: EscalationLevel["told"]): LevelDeed {
  return { kind: "assign", target: told.kind === "team" ? told.team : null };
}
