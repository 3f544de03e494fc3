import { Global, Module } from "@nestjs/common";
import { Attempts } from "./attempts.service.js";
import { DecisionWords } from "../journal/index.js";
import { RefusalsInWords } from "./decision-words.adapter.js";
import { PolicyFactsView } from "./facts.view.js";
import { OptOuts } from "./opt-outs.service.js";
import { PolicyDesk } from "./policy-desk.service.js";

/** Global: whoever contacts a debtor must ask it and must record the attempt; the journal asks it through its own port why contact was closed. */
@Global()
@Module({
  providers: [{ provide: DecisionWords, useClass: RefusalsInWords }, Attempts, OptOuts, PolicyFactsView, PolicyDesk],
  exports: [Attempts, DecisionWords, OptOuts, PolicyFactsView, PolicyDesk],
})
export class PolicyModule {}
