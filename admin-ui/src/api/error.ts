import type { ErrorBody } from "./types";

/** Every failure of a call: what the server answered, or `network` when it did not answer at all (status 0). */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: string;
  readonly remedy: string | undefined;
  readonly fields: NonNullable<ErrorBody["fields"]>;
  readonly params: NonNullable<ErrorBody["params"]>;

  constructor(
    readonly status: number,
    body: ErrorBody,
  ) {
    super(body.message);
    this.code = body.code;
    this.remedy = body.remedy;
    this.fields = body.fields ?? [];
    this.params = body.params ?? {};
  }

  /** What the server said of one input, by the last part of its name (`body.amount` is `amount`). */
  field(name: string): NonNullable<ErrorBody["fields"]>[number] | undefined {
    return this.fields.find(({ field }) => field === name || field.endsWith(`.${name}`));
  }
}
