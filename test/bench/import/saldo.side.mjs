import { ACCOUNT } from "../harness/account.mjs";
import { built, openSaldo } from "../harness/saldo.mjs";
import { measured } from "../harness/side.mjs";

// The import as the command line runs it: formats learned, rows read and judged, seals, look-ups, ledgers, journal, a commit a chunk.
await measured(async ({ file }) => {
  const app = await openSaldo();
  const { Imports, sourceFromFile } = await built("modules/imports/index.js");
  const { system } = await built("shared/actor.js");
  const imports = app.get(Imports);
  const work = async () => {
    const { created, updated, unchanged, rejected } = await imports.run(ACCOUNT, "debts", sourceFromFile(file), system("bench"));
    return { created, updated, unchanged, rejected };
  };
  return { work, close: () => app.close() };
});
