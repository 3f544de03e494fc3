const WORDS = {
  en: {
    title: "Sixty days of a collections desk",
    lead: "Saldo and a stand-in helpdesk live them now, on this machine, with {debtors} invented debtors in Colombia, Mexico and Brazil who read, answer, pay and object. Nothing leaves this computer.",
    starting: "Opening Saldo and the helpdesk",
    living: "Day {day} of {of}",
    done: "All {of} days are lived",
    messages: "Messages",
    answers: "Answers",
    payments: "Payments",
    promises: "Promises",
    optOuts: "Opt-outs",
    chart: "Day by day",
    chartNote: "Where the law closes a Sunday or a holiday, no reminder leaves; answers always do.",
    heard: "Last heard",
    nobody: "Nobody yet: the first reminders leave at seven in the morning.",
    paid: "A payment of {text}",
    enter: "Enter the panel",
    wait: "Possible as soon as the days are lived.",
    pick: "Whose day do you want to see?",
    admin: "Administrator",
    agent: "Agent",
    compliance: "Compliance officer",
    helpdesk: "The helpdesk, with the panel inside each conversation:",
    failed: "Signing in failed. Use a token from the terminal instead.",
    lost: "The demo does not answer any more. Is it still running in the terminal?",
    each: "{date}: {messages} messages, {answers} answers, {payments} payments",
  },
  es: {
    title: "Sesenta días de una mesa de cobranza",
    lead: "Saldo y un helpdesk de prueba los viven ahora, en este equipo, con {debtors} deudores inventados en Colombia, México y Brasil que leen, responden, pagan y se oponen. Nada sale de este computador.",
    starting: "Abriendo Saldo y el helpdesk",
    living: "Día {day} de {of}",
    done: "Los {of} días están vividos",
    messages: "Mensajes",
    answers: "Respuestas",
    payments: "Pagos",
    promises: "Promesas",
    optOuts: "Bajas",
    chart: "Día a día",
    chartNote: "Donde la ley cierra un domingo o un festivo no sale ningún recordatorio; las respuestas, siempre.",
    heard: "Lo último que se oyó",
    nobody: "Nadie todavía: los primeros recordatorios salen a las siete de la mañana.",
    paid: "Un pago de {text}",
    enter: "Entrar al panel",
    wait: "En cuanto los días estén vividos.",
    pick: "¿El día de quién quiere ver?",
    admin: "Administradora",
    agent: "Agente",
    compliance: "Oficial de cumplimiento",
    helpdesk: "El helpdesk, con el panel dentro de cada conversación:",
    failed: "No se pudo iniciar sesión. Use un token de la terminal.",
    lost: "La demo ya no responde. ¿Sigue abierta en la terminal?",
    each: "{date}: {messages} mensajes, {answers} respuestas, {payments} pagos",
  },
  "pt-BR": {
    title: "Sessenta dias de uma mesa de cobrança",
    lead: "O Saldo e um helpdesk de teste os vivem agora, nesta máquina, com {debtors} devedores inventados na Colômbia, no México e no Brasil que leem, respondem, pagam e se opõem. Nada sai deste computador.",
    starting: "Abrindo o Saldo e o helpdesk",
    living: "Dia {day} de {of}",
    done: "Os {of} dias foram vividos",
    messages: "Mensagens",
    answers: "Respostas",
    payments: "Pagamentos",
    promises: "Promessas",
    optOuts: "Descadastros",
    chart: "Dia a dia",
    chartNote: "Onde a lei fecha um domingo ou feriado, nenhum lembrete sai; as respostas, sempre.",
    heard: "O que se ouviu por último",
    nobody: "Ninguém ainda: os primeiros lembretes saem às sete da manhã.",
    paid: "Um pagamento de {text}",
    enter: "Entrar no painel",
    wait: "Assim que os dias forem vividos.",
    pick: "O dia de quem você quer ver?",
    admin: "Administradora",
    agent: "Agente",
    compliance: "Responsável por compliance",
    helpdesk: "O helpdesk, com o painel dentro de cada conversa:",
    failed: "Não foi possível entrar. Use um token do terminal.",
    lost: "A demo não responde mais. Ela ainda está aberta no terminal?",
    each: "{date}: {messages} mensagens, {answers} respostas, {payments} pagamentos",
  },
};

/** As the browser asks for it; Portuguese of any country reads Brazil's. */
export const language = (() => {
  for (const wanted of navigator.languages ?? [navigator.language]) {
    if (wanted.startsWith("pt")) return "pt-BR";
    const short = wanted.slice(0, 2);
    if (short in WORDS) return short;
  }
  return "en";
})();

export function say(key, params = {}) {
  return WORDS[language][key].replace(/\{(\w+)\}/g, (_, name) => params[name] ?? "");
}

export const number = (value) => new Intl.NumberFormat(language).format(value);
/** @param decimal as a string, so that no cent is lost on the way */
export const money = ({ decimal, currency }) =>
  new Intl.NumberFormat(language, { style: "currency", currency, currencyDisplay: "code" }).format(decimal);
/** @param date YYYY-MM-DD */
export const day = (date, options = { day: "numeric", month: "short", year: "numeric" }) =>
  new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" }).format(new Date(`${date}T12:00:00Z`));
export const moment = (at) =>
  new Intl.DateTimeFormat(language, {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "America/Bogota",
  }).format(at);
