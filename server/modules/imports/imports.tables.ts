import type { TablesOf } from "../../platform/database/typed-sql.js";
import type { ImportChangeRow } from "./run/import-change.entity.js";
import type { ImportProfileRow } from "./run/import-profile.entity.js";
import type { ImportRejectRow } from "./run/import-reject.entity.js";
import type { ImportTraceRow } from "./run/import-trace.entity.js";
import type { ImportUploadPieceRow } from "./run/import-upload-piece.entity.js";
import type { ImportUploadRow } from "./run/import-upload.entity.js";
import type { PortfolioImportRow } from "./run/portfolio-import.entity.js";

/** Names for read-only SQL of other modules. */
export const PORTFOLIO_IMPORT = "portfolio_import";
export const IMPORT_REJECT = "import_reject";
export const IMPORT_CHANGE = "import_change";
export const IMPORT_PROFILE = "import_profile";
export const IMPORT_TRACE = "import_trace";
export const IMPORT_UPLOAD = "import_upload";
export const IMPORT_UPLOAD_PIECE = "import_upload_piece";

export type ImportsTables = TablesOf<
  | typeof PortfolioImportRow
  | typeof ImportRejectRow
  | typeof ImportChangeRow
  | typeof ImportProfileRow
  | typeof ImportTraceRow
  | typeof ImportUploadRow
  | typeof ImportUploadPieceRow
>;
