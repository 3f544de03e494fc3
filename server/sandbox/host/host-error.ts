import type { Json } from "../state/records.js";

/** An answer other than success, with the host's own status and body. */
export class HostError extends Error {
  constructor(
    readonly status: number,
    readonly body: Json | undefined,
  ) {
    super(`host answers ${status}`);
  }
}

export const unauthorized = (error: string) => new HostError(401, { error });
export const notAuthorized = () => unauthorized("You are not authorized to do this action");
export const notFound = () => new HostError(404, { error: "Resource could not be found" });
/** Missing parameters and everything the message builder refuses. */
export const unprocessable = (error: string) => new HostError(422, { error });
/** ActiveRecord validation; `attributes` in the order of the failed checks. */
export const recordInvalid = (message: string, ...attributes: string[]) => new HostError(422, { message, attributes });
/** What Rails shows for an unhandled exception, such as a bad enum value. */
export const crashed = () => new HostError(500, undefined);
