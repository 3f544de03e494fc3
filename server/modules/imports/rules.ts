export { AmountEvidence, readAmount } from "./rows/domain/amount-format.js";
export { cleanCell } from "./rows/domain/cell-text.js";
export { type ColumnOrder, DateEvidence, readCellDate } from "./rows/domain/date-format.js";
