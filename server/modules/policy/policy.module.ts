import { Module } from "@nestjs/common";
import { Attempts } from "./attempts.service.js";
import { HostModule } from "../host/index.js";
import { PortfolioModule } from "../portfolio/index.js";
import { RefusalsInWords } from "./decision-words.adapter.js";
import { PolicyFactsView } from "./facts.view.js";
import { OptOuts } from "./opt-outs.service.js";
import { PolicyDesk } from "./policy-desk.service.js";

/** Whoever contacts a debtor must ask it and must record the attempt; the journal asks it through its own port why contact was closed. */
@Module({
  imports: [HostModule, PortfolioModule],
  providers: [RefusalsInWords, Attempts, OptOuts, PolicyFactsView, PolicyDesk],
  exports: [Attempts, RefusalsInWords, OptOuts, PolicyFactsView, PolicyDesk],
})
export class PolicyModule {}
