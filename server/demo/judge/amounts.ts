export interface NamedAmount {
  /** Null for a bare `$`, which is the reader's own. */
  readonly currency: string | null;
  readonly minor: number;
}

/** Amounts as people read them: `$ 386.400`, `$1,250.00`, `R$ 1.227,68`, `COP 386.400`. Two digits at the end are cents. */
export function amountsIn(text: string): readonly NamedAmount[] {
  return [...text.matchAll(/(R\$|\$|\b[A-Z]{3})[\s\u00a0\u202f]?(\d[\d.,]*\d|\d)/gu)].map(([, sign, digits]) => ({
    currency: sign === "R$" ? "BRL" : sign === "$" ? null : sign!,
    minor: minorOf(digits!),
  }));
}

function minorOf(digits: string): number {
  const cents = /[.,](\d\d)$/u.exec(digits)?.[1] ?? "";
  const whole = cents === "" ? digits : digits.slice(0, -3);
  return Number(whole.replace(/\D/gu, "")) * 100 + Number(cents || 0);
}
