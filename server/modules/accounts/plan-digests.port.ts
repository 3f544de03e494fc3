/** What an administrator must have seen before sending is turned on; implemented by the module that shows the plan. */
export abstract class PlanDigests {
  /** Digest of who would be written to now, and with what. */
  abstract current(accountId: number): Promise<string>;
}
