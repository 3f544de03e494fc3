import type { Selectable } from "kysely";
import type { PaymentsTables } from "./payments.tables.js";

/** A payment as the database gives it. */
export type PaymentRecord = Readonly<Selectable<PaymentsTables["payment"]>>;
