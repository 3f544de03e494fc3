import { Module } from "@nestjs/common";
import { AccountsModule } from "../accounts/index.js";
import { OutboxModule } from "../outbox/index.js";
import { PolicyModule } from "../policy/index.js";
import { PortfolioModule } from "../portfolio/index.js";
import { SegmentationModule } from "../segmentation/index.js";
import { TemplatesModule } from "../templates/index.js";
import { CadenceAudience } from "./audience.plan.js";
import { CadenceChanges } from "./cadence-changes.service.js";
import { CadenceCheck } from "./cadence-check.reader.js";
import { CadenceCounts } from "./cadence-counts.view.js";
import { CadenceDefaults } from "./cadence-defaults.service.js";
import { CadenceEditor } from "./cadence-editor.service.js";
import { CadenceExitFacts } from "./cadence-exits.reader.js";
import { ExitsAtTheClaim } from "./exits-at-the-claim.adapter.js";
import { CadencePredicates } from "./cadence-predicates.plan.js";
import { CadenceSimulations } from "./cadence-simulation.service.js";
import { CadenceSoundness } from "./cadence-soundness.reader.js";
import { CadenceTrials } from "./cadence-trials.service.js";
import { CadenceWords } from "./cadence-words.service.js";
import { CadencesController } from "./cadences.controller.js";
import { CadencesJobs } from "./cadences.jobs.js";
import { CadencesService } from "./cadences.service.js";
import { CadencesStore } from "./cadences.store.js";
import { CadencesView } from "./cadences.view.js";
import { ChunkPlanning } from "./chunk-planning.service.js";
import { DueSteps } from "./due-steps.service.js";
import { OutlookController } from "./outlook.controller.js";
import { NextStepView } from "./next-step.view.js";
import { OutlookView } from "./outlook.view.js";
import { StepTrials } from "./step-trials.reader.js";
import { Replanning } from "./replanning.reader.js";
import { PlanningLane } from "./planning.lane.js";
import { PlanningPlan } from "./planning.plan.js";
import { SimulationPlan } from "./simulation.plan.js";
import { StepNamesReader } from "./step-names.reader.js";

/** Fills a port of the outbox: whether a cadence still wants a message. */
@Module({
  imports: [AccountsModule, OutboxModule, PolicyModule, PortfolioModule, SegmentationModule, TemplatesModule],
  controllers: [CadencesController, OutlookController],
  providers: [
    ExitsAtTheClaim,
    CadenceAudience,
    CadenceChanges,
    CadenceCheck,
    CadenceCounts,
    CadenceDefaults,
    CadenceEditor,
    CadenceExitFacts,
    CadencePredicates,
    CadenceSimulations,
    CadenceSoundness,
    CadenceTrials,
    NextStepView,
    StepTrials,
    CadenceWords,
    CadencesJobs,
    CadencesService,
    CadencesStore,
    ChunkPlanning,
    DueSteps,
    CadencesView,
    OutlookView,
    Replanning,
    PlanningLane,
    PlanningPlan,
    SimulationPlan,
    StepNamesReader,
  ],
  exports: [CadenceEditor, ExitsAtTheClaim, CadencesService, CadencesView, StepNamesReader],
})
export class CadencesModule {}
