/** A person looks for the button that says what they want; what it is called inside is none of their business. */
const WANTS = {
  pay: /^pagar\b/iu,
  paid: /pagu[ée]|paguei/iu,
  later: /tiempo|prazo|promet|recordarme|lembrar|despu[ée]s|depois|otro d[íi]a|outro dia|fecha|data/iu,
  plan: /plan|parcel/iu,
  ask: /pregunta|d[úu]vida|hablar|falar/iu,
  dispute: /acuerdo|concordo/iu,
  wrong: /equivocado|errado/iu,
  stop: /no m[áa]s|parar mensag/iu,
  yes: /^s[íi]\b|^sim\b|confirm/iu,
} as const;

export type Want = keyof typeof WANTS;

export function buttonFor(want: Want, titles: readonly string[]): string | null {
  return titles.find((title) => WANTS[want].test(title)) ?? null;
}

/** Buttons with a day on them: what Saldo offers to somebody who asks for more time. */
export function dayButtons(titles: readonly string[]): readonly string[] {
  return titles.filter((title) =>
    /\d|hoy|hoje|ma[ñn]an?a|amanh[ãa]|lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|segunda|ter[çc]a|quarta|quinta|sexta/iu.test(
      title,
    ),
  );
}
