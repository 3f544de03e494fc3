/**
 * How people ask not to be written to, in Spanish, Portuguese and English. Everything is written without accents, as `wordsOf` gives it.
 * Each list is read for every debtor: who is registered as a Spanish speaker may still write "stop".
 *
 * The lists are meant to be sure rather than complete. What they do not know goes to a person and pauses the reminders, so a miss costs
 * minutes; a false hit would silence a channel the debtor uses. That is why "cancelar" is not here (in Colombia it means to pay), nor
 * "salir", "no" or "basta ya de cobrarme".
 */

/** A message or a first clause that is only this, politeness aside. The English ones are those of 47 CFR 64.1200(a)(10). */
export const STOP_WORDS: readonly string[] = [
  "stop",
  "stop all",
  "stopall",
  "unsubscribe",
  "opt out",
  "optout",
  "quit",
  "revoke",
  "end",
  "cancel",
  "no more messages",
  "stop messages",
  "remove me",
  "leave me alone",
  "baja",
  "de baja",
  "dar de baja",
  "darme de baja",
  "deme de baja",
  "denme de baja",
  "dame de baja",
  "no mas mensajes",
  "ya no mas mensajes",
  "basta de mensajes",
  "parar",
  "pare",
  "paren",
  "parar mensajes",
  "desuscribir",
  "desuscribirme",
  "no molestar",
  "no me molesten",
  "parem",
  "parar mensagens",
  "sair",
  "descadastrar",
  "sem mais mensagens",
  "chega de mensagens",
];

/** Said around a stop word without changing it. */
export const POLITE: ReadonlySet<string> = new Set(
  "por favor porfavor porfa gracias muchas hola buenas buenos dias tardes noches ya si senor senora senores please pls thanks thank you hi hello ok okay obrigado obrigada oi ola bom boa dia tarde noite".split(
    " ",
  ),
);

export interface Phrase {
  /** Words in a row; `a|b` one of them, a trailing `?` may be missing. */
  readonly words: string;
  /** Words after it in the same clause that make it mean something else. */
  readonly unless: ReadonlySet<string>;
}

/** A time, a place or a measure limits the wish: somebody has to read how. */
const LIMITS =
  "hasta noche noches tarde tardes manana mananas madrugada domingo domingos sabado sabados lunes martes miercoles jueves viernes semana dia dias hora horas horario trabajo oficina antes despues mientras durante hoy temprano cuando si tan tanto tanta tantos tantas seguido " +
  "ate noite noites manha manhas segunda terca quarta quinta sexta trabalho escritorio depois enquanto hoje cedo quando se muito tantas vezes " +
  "until before after when while night nights morning evening sunday sundays saturday saturdays weekend weekends work office today tonight much often many every if unless";

/** "Dar de baja" is also what one does with a contract. */
const CONTRACTS = "servicio contrato linea plan cuenta tarjeta credito seguro internet poliza suscripcion producto";

const limited: ReadonlySet<string> = new Set(LIMITS.split(" "));
const limitedOrContract: ReadonlySet<string> = new Set(`${LIMITS} ${CONTRACTS}`.split(" "));

const WISHES: readonly string[] = [
  // Spanish
  "no me vuelva|vuelvan|vuelvas a escribir|contactar|molestar|mandar|enviar",
  "no vuelva|vuelvan|vuelvas a escribirme|contactarme|molestarme|mandarme|enviarme",
  "no me escriba|escriban|escribas",
  "no me contacte|contacten|contactes",
  "no me molesten|moleste|molestes mas|nunca",
  "no me mande|manden|mandes|envie|envien|envies ningun? mas",
  "no me mande|manden|mandes|envie|envien|envies ningun? mensaje|mensajes|whatsapp|whatsapps",
  "no me siga|sigan|sigas escribiendo|contactando|mandando|enviando|molestando",
  "deje|dejen|deja|pare|paren|para de escribirme|contactarme|molestarme|acosarme",
  "deje|dejen|deja|pare|paren|para de mandarme|enviarme|mandar|enviar estos|sus|tantos|mas? mensaje|mensajes|whatsapp|whatsapps",
  "deje|dejen|deja|pare|paren|para de mandarme|enviarme|mandar|enviar mensaje|mensajes|whatsapp|whatsapps",
  "no quiero|deseo mas mensajes|whatsapp|whatsapps",
  "no quiero|deseo recibir mas? sus|estos? mensajes|whatsapp|whatsapps",
  "no quiero|deseo que me escriba|escriban|escribas|contacte|contacten|molesten|manden|envien mas? mensajes?",
  "borre|borren|elimine|eliminen|saque|saquen|quite|quiten mi numero|telefono|celular|contacto",
  "borrenme|eliminenme|saquenme|quitenme de la|su|esta|esa lista|base",
  // Portuguese
  "nao me escreva|escrevam|contate|contatem|incomode|incomodem|perturbe|perturbem",
  "nao me mande|mandem|manda|envie|enviem|envia mais",
  "nao me mande|mandem|manda|envie|enviem|envia mensagem|mensagens|whatsapp",
  "pare|parem|para de me mandar|enviar mais? mensagem|mensagens|whatsapp",
  "pare|parem|para de mandar|enviar mais? mensagem|mensagens|whatsapp",
  "pare|parem|para de me escrever|contatar|incomodar|perturbar|importunar",
  "nao quero mais? receber mais? mensagem|mensagens|whatsapp",
  "nao quero mais mensagem|mensagens|whatsapp",
  "nao quero que me? escrevam|contatem|incomodem|perturbem|mandem mais? mensagem|mensagens?",
  "me tira|tire|tirem|remova|removam|retire|retirem|exclua|excluam da|desta|dessa|de lista|base",
  "tira|tire|tirem|remova|remove|removam|retire|retirem|exclua|excluam o? meu numero|contato|telefone|celular",
  "quero me descadastrar",
  // English
  "stop texting|messaging|contacting|writing|bothering|harassing|spamming me|us|this",
  "stop sending me? any|these|your|more? messages|texts|whatsapps",
  "dont text|message|contact|bother me",
  "dont write to? me",
  "dont send me any? more? messages|texts|whatsapps|anything",
  "dont want to receive|get any|these|your? more? messages|texts",
  "dont want any|these|your? more? messages|texts",
  "take|remove me off|from your|this|the list",
  "remove|delete my number",
  "unsubscribe|opt me out?",
  "want to opt out",
];

const DEREGISTRATIONS: readonly string[] = ["deme|denme|dame|darme|dar de baja", "quiero|deseo|solicito la|mi baja"];

export const PHRASES: readonly Phrase[] = [
  ...WISHES.flatMap((words) => [words, words.replace(/^dont /, "do not ")]).map((words) => ({ words, unless: limited })),
  ...DEREGISTRATIONS.map((words) => ({ words, unless: limitedOrContract })),
];

/** Before a phrase that says "stop", these turn it round: "no quiero que paren de …", "don't stop …". */
export const NEGATIONS: ReadonlySet<string> = new Set("no nunca tampoco sin not dont doesnt didnt wont cant never nao nem".split(" "));

/** Right before a phrase that says "not", these make it a statement: "you don't contact me". */
export const SUBJECTS: ReadonlySet<string> = new Set("you they he she it who did does voce voces vc vcs ele ela eles elas".split(" "));

/** Before any phrase, these make it a question or a condition: a person reads it. */
export const CONDITIONS: ReadonlySet<string> = new Set("si cuando porque if when why unless se quando".split(" "));

/** Emphasis and address around a phrase: "les pido que ya no me escriban nunca más a este número". */
export const FILLING: ReadonlySet<string> = new Set(
  (
    "mas nunca jamas otra vez de nuevo a al este ese mi numero celular telefono por medio canal whatsapp aqui ningun mensaje mensajes quiero que le les pido solicito favor yo " +
    "mais mensagem mensagens neste nesse deste esse meu no voces voce eu " +
    "anymore again ever any more messages texts on this number i want you to can could"
  ).split(" "),
);
