import { expect, test } from "@jest/globals";
import { stage } from "./support/stage.js";

test("the host's throttles answer Retry later in plain text, and open again with the next minute", async () => {
  const { clock, sandbox, get } = await stage();
  sandbox.throttles.set({ contactSearchesPerMinute: 2 });

  const answers = [await get("contacts/search?q=a"), await get("contacts/search?q=a"), await get("contacts/search?q=a")];
  await clock.runFor(60_000);
  const later = await get("contacts/search?q=a");

  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 429]);
  expect(answers[2]!.text).toBe("Retry later\n");
  expect(later.status).toBe(200);
});
