import type { DialectName } from "../../platform/database/dialect.js";

const REFUSAL = "journal records are never changed or deleted";

/**
 * Triggers that refuse UPDATE and DELETE on the records; run after the migrations. A second run on MySQL fails with "already
 * exists", which the migration runner expects: dropping first would leave a moment without the guard.
 */
export function journalGuards(dialect: DialectName): string[] {
  return (["update", "delete"] as const).map((verb) =>
    dialect === "sqlite"
      ? `create trigger if not exists journal_record_no_${verb} before ${verb} on journal_record begin select raise(abort, '${REFUSAL}'); end`
      : `create trigger journal_record_no_${verb} before ${verb} on journal_record for each row signal sqlstate '45000' set message_text = '${REFUSAL}'`,
  );
}
