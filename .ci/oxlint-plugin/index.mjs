import { noAmbient } from "./no-ambient.mjs";
import { noHiddenCoupling } from "./no-hidden-coupling.mjs";

export default {
  meta: { name: "saldo" },
  rules: { "no-ambient": noAmbient, "no-hidden-coupling": noHiddenCoupling },
};
