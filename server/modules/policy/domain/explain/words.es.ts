import type { Act, Words } from "./words.js";

const DAYS = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"];
const PLURAL_DAYS = ["lunes", "martes", "miércoles", "jueves", "viernes", "sábados", "domingos"];
const MONTHS = [
  "enero",
  "febrero",
  "marzo",
  "abril",
  "mayo",
  "junio",
  "julio",
  "agosto",
  "septiembre",
  "octubre",
  "noviembre",
  "diciembre",
];

function doing({ purpose, call }: Act): string {
  if (purpose === "legal_notice") return call ? "dar un aviso legal por llamada" : "enviar un aviso legal";
  if (purpose === "reply") return "responder";
  if (purpose === "service") return call ? "hacer una llamada de servicio" : "enviar un mensaje de servicio";
  return call ? "hacer otra llamada de cobro" : "enviar otro mensaje de cobro";
}

/** One o'clock is singular. */
function itIs(local: string | null, place: string | null): string {
  return `${place ? `en ${place}` : "allí"} ${local?.startsWith("01") ? "es la" : "son las"} ${local}`;
}

export const ES: Words = {
  channels: { whatsapp: "WhatsApp", call: "teléfono", email: "correo", sms: "SMS" },
  day: ({ weekday, day, month, year }, withYear) => `${DAYS[weekday - 1]} ${day} de ${MONTHS[month - 1]}${withYear ? ` de ${year}` : ""}`,
  moment: (parts, time, withYear) => `${ES.day(parts, withYear)} a las ${time}`,
  date: ({ day, month, year }) => `${day} de ${MONTHS[month - 1]} de ${year}`,
  list: (items) => new Intl.ListFormat("es").format(items),
  allowed: (when) => (when === "now" ? "Se puede ahora." : "Se puede."),
  allowedToday: (time, when) => (when === "now" ? `Se puede ahora, hasta las ${time}.` : `Se puede, hasta las ${time}.`),
  allowedUntil: (moment, when) => (when === "now" ? `Se puede ahora, hasta el ${moment}.` : `Se puede, hasta el ${moment}.`),
  mayReply: "Se puede responder ahora. Una respuesta al deudor se permite a cualquier hora.",
  notBefore: (act, parts, time, year, today, when) => {
    const opens = `Se abre el ${ES.moment(parts, time, year)}.`;
    if (when === "then") return `Ese día no se puede ${doing(act)}. ${opens}`;
    return `${today ? "Por ahora" : "Hoy"} no se puede ${doing(act)}. ${opens}`;
  },
  denied: (act) => `No se puede ${doing(act)}.`,
  unknown: (act) => `Faltan datos, así que no se puede ${doing(act)}.`,
  rulesPassed: (count) => (count === 1 ? "Se cumple 1 regla." : `Se cumplen ${count} reglas.`),
  neverOpens: "Tampoco se conoce un horario permitido en los días siguientes.",
  reasons: {
    hours: ({ local, windows, place }) => `El horario permitido es ${windows}, y ${itIs(local, place)}.`,
    hours_unknown: () => "No se conoce el horario que permite esta norma; por eso el día cuenta como cerrado.",
    closed_day: ({ weekday }) => `No se contacta los ${PLURAL_DAYS[weekday - 1]}.`,
    holiday: ({ on, name }) => `El ${on} es festivo: ${name}.`,
    blocked_date: ({ on, name }) => `La cuenta no contacta el ${on}: ${name}.`,
    cap_day: ({ max, used, lastTime }) =>
      max !== 1
        ? `Se permiten ${max} contactos al día y ya hubo ${used}.`
        : lastTime
          ? `Ya hubo un contacto hoy, a las ${lastTime}.`
          : "Ya hubo un contacto hoy.",
    cap_week: ({ max, used, lastDay }) =>
      max !== 1
        ? `Se permiten ${max} contactos por semana y ya hubo ${used}.`
        : `Se permite un contacto por semana, y el de esta fue el ${lastDay}.`,
    cap_seven_days: ({ max, used, lastDay }) =>
      max !== 1
        ? `Se permiten ${max} contactos en 7 días y ya hubo ${used}.`
        : `Se permite un contacto en 7 días, y el último fue el ${lastDay}.`,
    channels_day: ({ max, channels }) =>
      max !== 1
        ? `Se permiten ${max} canales al día y ya se usaron: ${ES.list(channels)}.`
        : `Un solo canal al día, y ya fue ${ES.list(channels)}.`,
    channels_week: ({ max, channels, lastDay }) =>
      max !== 1
        ? `Se permiten ${max} canales por semana y ya se usaron: ${ES.list(channels)}.`
        : `Un solo canal por semana, y el ${lastDay} se usó ${ES.list(channels)}.`,
    channels_seven_days: ({ max, channels, lastDay }) =>
      max !== 1
        ? `Se permiten ${max} canales en 7 días y ya se usaron: ${ES.list(channels)}.`
        : `Un solo canal en 7 días, y el ${lastDay} se usó ${ES.list(channels)}.`,
    quiet_days: ({ days, lastDay }) => `Tras un contacto hay ${days} días de silencio, y el último fue el ${lastDay}.`,
    consent_withdrawn: ({ channel, on }) =>
      on ? `La autorización para ${channel} se retiró el ${on}.` : `La autorización para ${channel} se retiró.`,
    consent_missing: ({ channel }) => `No consta autorización para ${channel}.`,
    recipient_missing: ({ channel }) => `No hay punto de contacto para ${channel}.`,
    recipient_ambiguous: () => "El punto de contacto es de más de una persona.",
    recipient_unknown: () => "No se sabe de quién es el punto de contacto.",
    recipient_forbidden: () => "El punto de contacto es de otra persona.",
    disclosure_missing: ({ name }) => `Al texto le falta una indicación obligatoria: ${name}.`,
    opted_out: ({ channel, on }) =>
      on ? `El ${on} se pidió no recibir más mensajes por ${channel}.` : `Se pidió no recibir más mensajes por ${channel}.`,
    way_out_closed: ({ on }) =>
      on
        ? `El contacto está bloqueado en la mesa de ayuda desde el ${on}: lo que escriba el deudor se descarta.`
        : "El contacto está bloqueado en la mesa de ayuda: lo que escriba el deudor se descarta.",
    hold: ({ until }) => (until ? `Hay una pausa hasta el ${until}.` : "Hay una pausa hasta que una persona la termine."),
    hold_debt: ({ until }) =>
      until ? `Una de las deudas está en pausa hasta el ${until}.` : "Una de las deudas está en pausa hasta que una persona la termine.",
    no_debt_named: () => "No se indica ninguna deuda.",
    debt_unknown: () => "Una de las deudas no está registrada.",
    debt_not_owed: () => "Una de las deudas ya no se debe.",
    deceased: () => "Consta que la persona falleció.",
    minor: () => "Es una persona menor de edad.",
    pack_missing: ({ name }) => `Faltan reglas que la cuenta necesita: ${name}.`,
    no_pack: ({ name }) => `No se conocen las reglas de ${name}.`,
    residence_unknown: () => "No se sabe dónde vive la persona.",
    zone_unknown: () => "No se conoce la zona horaria de la persona.",
    engine: () => "La regla no se pudo evaluar.",
  },
  passed: {
    hours: ({ local, windows, place }) => `Horario permitido ${windows}, y ${itIs(local, place)}.`,
    holidays: () => "No es festivo.",
    blocked_dates: () => "No es una fecha que la cuenta reserve.",
    cap: ({ used, max }) => `Contactos: ${used} de ${max} usados.`,
    distinct_channels: ({ max }) => (max === 1 ? "No se usó otro canal." : `No se usaron más de ${max} canales.`),
    quiet_days: () => "Ya pasaron los días de silencio.",
    strict_counting: ({ lenient }) =>
      lenient ? "Solo cuentan los contactos que llegaron a la persona." : "Cuenta todo lo enviado, con o sin respuesta.",
    consent: ({ channel, on }) => (on ? `Autorización para ${channel} del ${on}.` : `La autorización para ${channel} no se ha retirado.`),
    recipient: () => "El punto de contacto es de la persona o de quien responde por la deuda.",
    disclosure: () => "El texto indica lo que debe.",
    opt_out: ({ channel }) => `Nadie ha pedido parar este mensaje por ${channel}.`,
    way_out: () => "Lo que el deudor escribe se recibe.",
    hold: () => "Sin pausa.",
    debt_owed: () => "Las deudas se deben.",
    debtor_fit: () => "Que se sepa, ni fallecida ni menor de edad.",
    packs_loaded: () => "Las reglas de la cuenta están cargadas.",
    residence_covered: ({ name }) => `Se conocen las reglas de ${name}.`,
    zone_known: ({ name }) => `Zona horaria conocida: ${name}.`,
  },
  exempt: (purpose) => (purpose === "reply" ? "No rige para una respuesta." : "No rige para este tipo de mensaje."),
  exemptBy: (source) => `Exento: ${source}.`,
  lifted: "Levantada por una excepción.",
  housePolicy: "Política de Saldo.",
  accountPolicy: "Política de la cuenta.",
  policy: (source) => `Política: ${source}.`,
};
