import { expect, it } from "@jest/globals";
import { interpret } from "../../../../server/modules/negotiation/rules.js";
import { languages } from "../templates/support/languages.js";

const TEXTS = [
  "no quiero que pare el servicio",
  "No quiero que paren de enviarme mensajes",
  "quiero dar de baja el servicio de internet",
  "¿cuándo me dan de baja la cuota?",
  "quiero cancelar",
  "cancelar la deuda completa",
  "voy a parar en la oficina mañana",
  "no me escriban los domingos",
  "no me escriban después de las 8",
  "no me escriban más tarde de las 6 pm",
  "no me manden mensajes al trabajo",
  "no me envíe el recibo a ese correo",
  "¿por qué no me escriben?",
  "¿Cuándo van a parar de mandar mensajes equivocados?",
  "si no me contactan voy a ir a la oficina",
  "mi esposo no quiere que le escriban",
  "me cobran la tasa más baja",
  "não quero que parem o serviço",
  "você não me manda mensagem há dias",
  "não me escrevam à noite",
  "pare de me cobrar juros",
  "quando vocês param de cobrar?",
  "don't stop sending me messages",
  "you do not contact me when I ask",
  "why did you stop sending me messages",
  "if you don't contact me today I will come over",
  "stop texting me at work",
  "the bus stop is near",
  "in the end I paid",
  "para",
  "salir",
  "ok",
  "👍",
  "1",
];

it.each(TEXTS)('"%s" closes no channel', (text) => {
  for (const language of languages) {
    const { meaning, also = [] } = interpret({ text, language, answersMessage: true });
    expect([meaning, ...also]).not.toContain("opt_out");
  }
});
