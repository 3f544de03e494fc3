import { ACCOUNT } from "../harness/account.mjs";
import { built, openSaldo } from "../harness/saldo.mjs";
import { measured } from "../harness/side.mjs";

// The daily plan as the scheduler runs it: every cadence, every chunk, with its journal.
await measured(async () => {
  const app = await openSaldo();
  const { CadencesService } = await built("modules/cadences/index.js");
  const cadences = app.get(CadencesService);
  return { work: () => cadences.planToday(ACCOUNT), close: () => app.close() };
});
