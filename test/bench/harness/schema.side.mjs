import { measured } from "./side.mjs";
import { openSaldo } from "./saldo.mjs";

// Opens Saldo once, which brings the schema up to date, and closes it again.
await measured(async () => {
  const app = await openSaldo();
  return { work: async () => {}, close: () => app.close() };
});
