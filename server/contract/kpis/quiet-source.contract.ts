import { z } from "zod";
import { IsoDate, IsoInstant } from "../common.contract.js";

/** A source that came in a rhythm and has not come when it should have. */
export const QuietSource = z.object({
  source: z.enum(["debts_file", "payments", "statuses", "answers"]),
  name: z.string().describe("In the reader's language"),
  text: z.string().describe("What that means for the figures, in the reader's language"),
  since: IsoInstant.describe("The midnight that began the last day on which something came"),
  last: IsoDate.describe("That day, in the account's zone"),
  expected: IsoDate.describe("The day by which it would have come again at the slowest of its usual pauses; it is over"),
  figures: z.array(z.string()).describe("Ids of the figures that hang on it, of those that were asked for"),
});
export type QuietSource = z.infer<typeof QuietSource>;
