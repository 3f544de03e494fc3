import { invalid } from "../../shared/errors.js";
import type { Locale } from "../../shared/locale.js";
import { MODULES, Words } from "./words.js";

/** The texts of this installation, read once: they are as fixed as its code. */
export const TEXTS = Words.read(MODULES);

/** @throws DomainError `locale.unknown` for a language in which Saldo has no texts */
export function assertSpoken(locale: Locale): void {
  if (TEXTS.locales().includes(locale)) return;
  throw invalid("locale.unknown", `Saldo has no texts in "${locale}".`, {
    field: "locale",
    remedy: `Choose one of ${TEXTS.locales().join(", ")}.`,
  });
}
