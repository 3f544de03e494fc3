import { type Answer, type Call, fail, ok, type StubState } from "./stub-call.js";
import { HOGAR, simulation, type StubCadences, TRIAL } from "./stub-cadences.js";
import { NOW } from "./stub-data.js";

/** Answers below `/api/cadences`: a draft is kept, an old revision refused. */
export function answerCadences(call: Call, state: StubState): Answer {
  const { method, path, body } = call;
  const { cadences } = state;
  const sent = body as { ids: string[]; name: string };
  switch (`${method} ${path.slice("/api/cadences".length)}`) {
    case "GET ":
      return ok({ items: cadences.heads() });
    case "POST ":
      return ok({ ...cadences.view(), name: sent.name });
    case "POST /order":
      cadences.order = sent.ids;
      return ok({ items: cadences.heads() });
    default:
      return ofOne(call, cadences);
  }
}

function ofOne({ method, path, body }: Call, cadences: StubCadences): Answer {
  const sent = body as { revision: number; body: StubCadences["body"]; reason: string };
  switch (`${method} ${path.slice(`/api/cadences/${HOGAR}`.length)}`) {
    case "GET /versions":
      return ok({ items: cadences.versions() });
    case "GET /simulation":
      return ok(simulation(cadences.body));
    case "GET /trial":
      return ok(TRIAL);
    case "PATCH /draft":
      return sent.revision === cadences.revision
        ? ok(cadences.save(sent.body))
        : fail(409, "cadence.revision_old", "Somebody else has changed this cadence meanwhile.", "Reload it.");
    case "POST /publish":
      cadences.version++;
      break;
    case "POST /pause":
      cadences.status = "paused";
      cadences.paused = { reason: sent.reason, at: NOW, by: "user:1" };
      break;
    case "POST /resume":
      cadences.status = "published";
      cadences.paused = null;
      break;
    default:
  }
  return ok(cadences.view());
}
