/** The pure door of the outbox. */
export { errorCodeOf, isObjection } from "./domain/delivery.js";
