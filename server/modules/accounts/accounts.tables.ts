import type { TablesOf } from "../../platform/database/typed-sql.js";
import type { AccountEntity } from "./account.entity.js";
import type { HostTroubleRow } from "./host-trouble.entity.js";
import type { OutgoingMailRow } from "./mail/outgoing-mail.entity.js";
import type { ApiKeyEntity } from "./sessions/api-key.entity.js";
import type { ComplianceGrantEntity } from "./sessions/compliance-grant.entity.js";
import type { SessionEntity } from "./sessions/session.entity.js";
import type { SignInAttemptEntity } from "./sessions/sign-in-attempt.entity.js";
import type { SetupCodeEntity } from "./setup-code.entity.js";

/** Names for read-only SQL of other modules. */
export const ACCOUNT = "account";
export const HOST_TROUBLE = "host_trouble";
export const COMPLIANCE_GRANT = "compliance_grant";
export const OUTGOING_MAIL = "outgoing_mail";
export const SESSION = "session";
export const SETUP_CODE = "setup_code";
export const SIGN_IN_ATTEMPT = "sign_in_attempt";

export type AccountsTables = TablesOf<
  | typeof AccountEntity
  | typeof ApiKeyEntity
  | typeof ComplianceGrantEntity
  | typeof HostTroubleRow
  | typeof OutgoingMailRow
  | typeof SessionEntity
  | typeof SetupCodeEntity
  | typeof SignInAttemptEntity
>;
