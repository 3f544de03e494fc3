import type { Act, Words } from "./words.js";

const DAYS = ["segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo"];
const ON_DAYS = ["às segundas", "às terças", "às quartas", "às quintas", "às sextas", "aos sábados", "aos domingos"];
const MONTHS = [
  "janeiro",
  "fevereiro",
  "março",
  "abril",
  "maio",
  "junho",
  "julho",
  "agosto",
  "setembro",
  "outubro",
  "novembro",
  "dezembro",
];

function doing({ purpose, call }: Act): string {
  if (purpose === "legal_notice") return call ? "dar um aviso legal por ligação" : "enviar um aviso legal";
  if (purpose === "reply") return "responder";
  if (purpose === "service") return call ? "fazer uma ligação de serviço" : "enviar uma mensagem de serviço";
  return call ? "fazer outra ligação de cobrança" : "enviar outra cobrança";
}

/** Midnight and one o'clock are singular. */
function itIs(local: string | null, place: string | null): string {
  return `${place ? `em ${place}` : "lá"} ${/^0[01]/u.test(local ?? "") ? "é" : "são"} ${local}`;
}

export const PT_BR: Words = {
  channels: { whatsapp: "WhatsApp", call: "telefone", email: "e-mail", sms: "SMS" },
  day: ({ weekday, day, month, year }, withYear) => `${DAYS[weekday - 1]}, ${day} de ${MONTHS[month - 1]}${withYear ? ` de ${year}` : ""}`,
  moment: (parts, time, withYear) => `${PT_BR.day(parts, withYear)}, às ${time}`,
  date: ({ day, month, year }) => `${day} de ${MONTHS[month - 1]} de ${year}`,
  list: (items) => new Intl.ListFormat("pt-BR").format(items),
  allowed: (when) => (when === "now" ? "Permitido agora." : "Permitido."),
  allowedToday: (time, when) => (when === "now" ? `Permitido agora, até as ${time}.` : `Permitido, até as ${time}.`),
  allowedUntil: (moment, when) => (when === "now" ? `Permitido agora. Fecha: ${moment}.` : `Permitido. Fecha: ${moment}.`),
  mayReply: "É possível responder agora. Uma resposta ao devedor é permitida a qualquer hora.",
  notBefore: (act, parts, time, year, today, when) => {
    const opens = `Abre ${parts.weekday > 5 ? "no" : "na"} ${PT_BR.moment(parts, time, year)}.`;
    if (when === "then") return `Nesse dia não é possível ${doing(act)}. ${opens}`;
    return `${today ? "Por enquanto" : "Hoje"} não é possível ${doing(act)}. ${opens}`;
  },
  denied: (act) => `Não é possível ${doing(act)}.`,
  unknown: (act) => `Faltam dados, por isso não é possível ${doing(act)}.`,
  rulesPassed: (count) => (count === 1 ? "1 regra cumprida." : `${count} regras cumpridas.`),
  neverOpens: "Também não se conhece um horário permitido nos dias seguintes.",
  reasons: {
    hours: ({ local, windows, place }) => `O horário permitido é ${windows}, e ${itIs(local, place)}.`,
    hours_unknown: () => "Não se conhece o horário que esta norma permite; por isso o dia conta como fechado.",
    closed_day: ({ weekday }) => `Não há contato ${ON_DAYS[weekday - 1]}.`,
    holiday: ({ on, name }) => `${on} é feriado: ${name}.`,
    blocked_date: ({ on, name }) => `A conta não faz contato em ${on}: ${name}.`,
    cap_day: ({ max, used, lastTime }) =>
      max !== 1
        ? `São permitidos ${max} contatos por dia e já houve ${used}.`
        : lastTime
          ? `Já houve um contato hoje, às ${lastTime}.`
          : "Já houve um contato hoje.",
    cap_week: ({ max, used, lastDay }) =>
      max !== 1
        ? `São permitidos ${max} contatos por semana e já houve ${used}.`
        : `É permitido um contato por semana. O desta semana: ${lastDay}.`,
    cap_seven_days: ({ max, used, lastDay }) =>
      max !== 1
        ? `São permitidos ${max} contatos em 7 dias e já houve ${used}.`
        : `É permitido um contato em 7 dias. O último: ${lastDay}.`,
    channels_day: ({ max, channels }) =>
      max !== 1
        ? `São permitidos ${max} canais por dia, e já foram usados: ${PT_BR.list(channels)}.`
        : `Um só canal por dia, e já foi ${PT_BR.list(channels)}.`,
    channels_week: ({ max, channels, lastDay }) =>
      max !== 1
        ? `São permitidos ${max} canais por semana, e já foram usados: ${PT_BR.list(channels)}.`
        : `Um só canal por semana. Já usado: ${PT_BR.list(channels)}, ${lastDay}.`,
    channels_seven_days: ({ max, channels, lastDay }) =>
      max !== 1
        ? `São permitidos ${max} canais em 7 dias, e já foram usados: ${PT_BR.list(channels)}.`
        : `Um só canal em 7 dias. Já usado: ${PT_BR.list(channels)}, ${lastDay}.`,
    quiet_days: ({ days, lastDay }) => `Depois de um contato há ${days} dias de silêncio. O último: ${lastDay}.`,
    consent_withdrawn: ({ channel, on }) =>
      on ? `A autorização para ${channel} foi retirada em ${on}.` : `A autorização para ${channel} foi retirada.`,
    consent_missing: ({ channel }) => `Não há autorização registrada para ${channel}.`,
    recipient_missing: ({ channel }) => `Não há ponto de contato para ${channel}.`,
    recipient_ambiguous: () => "O ponto de contato é de mais de uma pessoa.",
    recipient_unknown: () => "Não se sabe de quem é o ponto de contato.",
    recipient_forbidden: () => "O ponto de contato é de outra pessoa.",
    disclosure_missing: ({ name }) => `Falta no texto uma indicação obrigatória: ${name}.`,
    opted_out: ({ channel, on }) =>
      on ? `Em ${on} foi pedido não receber mais mensagens por ${channel}.` : `Foi pedido não receber mais mensagens por ${channel}.`,
    way_out_closed: ({ on }) =>
      on
        ? `O contato está bloqueado na central de atendimento desde ${on}: o que o devedor escreve é descartado.`
        : "O contato está bloqueado na central de atendimento: o que o devedor escreve é descartado.",
    hold: ({ until }) => (until ? `Há uma pausa. Termina: ${until}.` : "Há uma pausa até que uma pessoa a encerre."),
    hold_debt: ({ until }) =>
      until ? `Uma das dívidas está em pausa. Termina: ${until}.` : "Uma das dívidas está em pausa até que uma pessoa a encerre.",
    no_debt_named: () => "Nenhuma dívida foi indicada.",
    debt_unknown: () => "Uma das dívidas não está registrada.",
    debt_not_owed: () => "Uma das dívidas não é mais devida.",
    deceased: () => "Consta que a pessoa faleceu.",
    minor: () => "É uma pessoa menor de idade.",
    pack_missing: ({ name }) => `Faltam regras de que a conta precisa: ${name}.`,
    no_pack: ({ name }) => `Não se conhecem as regras de ${name}.`,
    residence_unknown: () => "Não se sabe onde a pessoa mora.",
    zone_unknown: () => "O fuso horário da pessoa é desconhecido.",
    engine: () => "A regra não pôde ser avaliada.",
  },
  passed: {
    hours: ({ local, windows, place }) => `Horário permitido ${windows}, e ${itIs(local, place)}.`,
    holidays: () => "Não é feriado.",
    blocked_dates: () => "Não é uma data que a conta reserve.",
    cap: ({ used, max }) => `Contatos: ${used} de ${max} usados.`,
    distinct_channels: ({ max }) => (max === 1 ? "Nenhum outro canal foi usado." : `Não foram usados mais de ${max} canais.`),
    quiet_days: () => "Os dias de silêncio já passaram.",
    strict_counting: ({ lenient }) =>
      lenient ? "Só contam os contatos que chegaram à pessoa." : "Conta tudo o que foi enviado, com ou sem resposta.",
    consent: ({ channel, on }) => (on ? `Autorização para ${channel} de ${on}.` : `A autorização para ${channel} não foi retirada.`),
    recipient: () => "O ponto de contato é da pessoa ou de quem responde pela dívida.",
    disclosure: () => "O texto indica o que deve.",
    opt_out: ({ channel }) => `Ninguém pediu para parar esta mensagem por ${channel}.`,
    way_out: () => "O que o devedor escreve é recebido.",
    hold: () => "Sem pausa.",
    debt_owed: () => "As dívidas são devidas.",
    debtor_fit: () => "Que se saiba, nem falecida nem menor de idade.",
    packs_loaded: () => "As regras da conta estão carregadas.",
    residence_covered: ({ name }) => `As regras de ${name} são conhecidas.`,
    zone_known: ({ name }) => `Fuso horário conhecido: ${name}.`,
  },
  exempt: (purpose) => (purpose === "reply" ? "Não vale para uma resposta." : "Não vale para este tipo de mensagem."),
  exemptBy: (source) => `Isento: ${source}.`,
  lifted: "Suspensa por uma exceção.",
  housePolicy: "Política do Saldo.",
  accountPolicy: "Política da conta.",
  policy: (source) => `Política: ${source}.`,
};
