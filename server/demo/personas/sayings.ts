import type { Persona } from "./persona.js";

/** What people write in their own words. */
type Sayings = Readonly<Record<Persona["language"], readonly string[]>>;

export const OPT_OUT: Sayings = {
  es: [
    "BAJA",
    "no me escriban más por favor",
    "Dejen de mandarme mensajes",
    "ya no quiero recibir mensajes",
    "Por favor bórrenme de la lista",
    "STOP",
    "denme de baja gracias",
  ],
  "pt-BR": [
    "PARAR",
    "não me mandem mais mensagens",
    "parem de me escrever",
    "Não quero mais receber mensagens",
    "me tirem da lista",
    "sair",
  ],
};

export const DISPUTE: Sayings = {
  es: [
    "Eso no es lo que yo debo, revisen por favor",
    "No reconozco esa deuda",
    "Me están cobrando de más, ese valor no es",
    "Yo nunca compré eso",
  ],
  "pt-BR": ["Não reconheço essa dívida", "Esse valor está errado", "Vocês estão me cobrando a mais", "Eu nunca comprei isso"],
};

export const WRONG_PERSON: Sayings = {
  es: ["Número equivocado", "No soy esa persona, se equivocaron de número", "Aquí no vive esa persona"],
  "pt-BR": ["Número errado", "Não sou essa pessoa, o número é outro", "Não conheço essa pessoa"],
};

export const PAID: Sayings = {
  es: ["Ya pagué", "ya les pagué ayer", "Ya consigné, revisen", "eso ya está cancelado"],
  "pt-BR": ["Já paguei", "já fiz o pix ontem", "Paguei essa semana", "isso já está quitado"],
};

export const QUESTION: Sayings = {
  es: [
    "¿Cuánto debo en total?",
    "¿Puedo pagar en la tienda?",
    "Buenas, ¿me pueden llamar?",
    "👍",
    "¿Aceptan tarjeta?",
    "¿Me dan un descuento si pago hoy?",
  ],
  "pt-BR": [
    "Quanto eu devo no total?",
    "Posso pagar na loja?",
    "Boa tarde, podem me ligar?",
    "👍",
    "Aceitam pix?",
    "Tem desconto se eu pagar hoje?",
  ],
};

/** `{day}` is a day of the month or of the week. */
export const PROMISE: Sayings = {
  es: ["Pago el {day}", "El {day} les pago sin falta", "mañana pago", "puedo pagar el {day}"],
  "pt-BR": ["Pago dia {day}", "Dia {day} eu pago sem falta", "amanhã eu pago", "posso pagar dia {day}"],
};

export const THANKS: Sayings = {
  es: ["Gracias", "listo, gracias", "ok"],
  "pt-BR": ["Obrigado", "tá bom, obrigada", "ok"],
};
