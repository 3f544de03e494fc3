/**
 * How Saldo's processes are started. V8 lets a heap grow to several times what lives in it before it tidies up; an import of 200,000 rows then
 * holds half a gigabyte of which a fifth is alive. Bounded growth costs no time that could be measured.
 */
export const SALDO_FLAGS = [
  "--disable-warning=ExperimentalWarning",
  "--enable-source-maps",
  "--max-semi-space-size=8",
  "--heap-growing-percent=50",
];
