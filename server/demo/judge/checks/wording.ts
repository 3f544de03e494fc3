import { contacts, reached } from "../contacts.js";
import type { Check } from "../finding.js";

/** A few roots of words in the three languages that no lawful message needs. Not Saldo's own list: a slip in either shows. */
const THREATS =
  /abogad|advogad|lawyer|attorney|embarg(?:ar|ad|os\b|o de)|penhora|garnish|lawsuit|judicial|jur[ií]dic|\blegal|polic[ií]a|\bpolice|c[áa]rcel|cadeia|pris[ãi]|\bjail|consecuenc|consequ[êe]nc|repercu|historial|hist[óo]rico de cr|credit (?:score|history|report|bureau)|lista[s]? negra|serasa|bur[óo]\b|centrales de riesgo|moros[oa]|caloteir|inadimplen|emplead|empregador|employer|[úu]ltim[oa] (?:aviso|oportunidad|chance)|(?:last|final) (?:chance|notice|warning)/iu;
const STOP = /\b(?:BAJA|PARAR|STOP)\b/u;

/** No threat in anything that was sent, and in everything that begins a contact the way to end them. */
export const wordingCheck: Check = {
  name: "wording",
  title: "threats, and contacts that do not say how to stop them",
  run(recording) {
    const sent = reached(recording);
    const opening = new Set(contacts(recording));
    const findings = sent.flatMap((message) => {
      const { at, to, text } = message;
      const threat = THREATS.exec(text)?.[0];
      if (threat !== undefined) return [{ at, what: `a message to ${to} says "${threat}"` }];
      return opening.has(message) && !STOP.test(text) ? [{ at, what: `a message to ${to} does not say how to stop` }] : [];
    });
    return { looked: sent.length, findings };
  },
};
