import { expect, it } from "@jest/globals";
import { interpret } from "../../../../../server/modules/negotiation/rules.js";
import { languages, spoken } from "../../templates/support/languages.js";

const read = (text: string) => interpret({ text, language: spoken("es"), answersMessage: false });

it.each([
  ["no estoy enfermo, solo necesito más tiempo", "illness"],
  ["no quiero dejar de recibir los mensajes", "opt_out"],
  ["no me voy a matar trabajando", "self_harm"],
  ["nadie ha muerto, tranquilos, mañana pago", "hardship"],
  ["I'm not sick", "illness"],
  ["não estou doente", "illness"],
])('"%s" is not %s', (text, intent) => {
  const { meaning, also = [] } = read(text);
  expect([meaning, ...also]).not.toContain(intent);
});

it("what somebody quotes is not what they say", () => {
  expect(read('su agente me dijo "los voy a demandar" y fue muy grosero').meaning).toBe("complaint");
});

it.each([
  ["perdi mi tarbajo", "hardship"],
  ["estoy ospitalizada", "illness"],
  ["hice la trasferencia ayer", "already_paid"],
  ["YAAAA PAGUÉÉÉ", "already_paid"],
  ["meu advogdao vai falar com voces", "adviser"],
  ["I filed for bankrupcy", "court"],
])('"%s" is %s all the same', (text, intent) => {
  expect(read(text).meaning).toBe(intent);
});

it("of several things the gravest comes first, and the others are kept", () => {
  expect(read("no me escriban más, mi esposo murió ayer")).toMatchObject({ meaning: "deceased", also: ["opt_out"] });
  expect(read("perdí el trabajo, le puedo abonar 100 el viernes")).toMatchObject({ meaning: "hardship" });
});

it.each(["hoy hace mucho calor en la playa", "quiero dos pizzas", "vou no jogo do flamengo", "check out this song"])(
  '"%s" is about something else, whoever reads it',
  (text) => {
    for (const language of languages) expect(interpret({ text, language, answersMessage: false }).meaning).toBe("unrelated");
  },
);

it("says by which rule of which words it is known, and nothing of what was written", () => {
  const { by } = read("estoy hospitalizada con cáncer");
  expect(by?.rule).toMatch(/^es\/illness\/\d+$/);
  expect(by?.words).toMatch(/^[0-9a-f]{12}$/);
});
