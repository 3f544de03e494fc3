import { Global, Module } from "@nestjs/common";
import { Attempts } from "./attempts.js";
import { PolicyFactsView } from "./facts.view.js";
import { OptOuts } from "./opt-outs.js";
import { PolicyDesk } from "./policy-desk.js";

/** Global: whoever contacts a debtor must ask it and must record the attempt. */
@Global()
@Module({
  providers: [Attempts, OptOuts, PolicyFactsView, PolicyDesk],
  exports: [Attempts, OptOuts, PolicyFactsView, PolicyDesk],
})
export class PolicyModule {}
