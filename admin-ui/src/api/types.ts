import type { z } from "zod";
import type { ResponseOf } from "@contract/route.js";
import type * as accounts from "@contract/accounts.contract.js";
import type * as cadences from "@contract/cadences.contract.js";
import type * as cases from "@contract/escalations/cases.contract.js";
import type * as common from "@contract/common.contract.js";
import type * as cuts from "@contract/kpis/cuts.contract.js";
import type * as figures from "@contract/kpis/figures.contract.js";
import type * as imports from "@contract/imports.contract.js";
import type * as journal from "@contract/journal.contract.js";
import type * as costs from "@contract/kpis/costs.contract.js";
import type * as kpis from "@contract/kpis.contract.js";
import type * as negotiation from "@contract/negotiation.contract.js";
import type * as overview from "@contract/kpis/overview.contract.js";
import type * as payments from "@contract/payments.contract.js";
import type * as policy from "@contract/policy.contract.js";
import type * as portfolio from "@contract/portfolio.contract.js";
import type * as rates from "@contract/kpis/rates.contract.js";
import type * as segmentation from "@contract/segmentation.contract.js";
import type * as series from "@contract/kpis/series.contract.js";
import type * as templates from "@contract/templates.contract.js";

export type { Locale } from "@shared/locale.js";
export type { ImportField, ImportKind } from "@shared/import-fields.js";

// Types only: the contract's schemas (and zod) never reach the browser.
export type Role = common.Role;
export type Stage = common.StageName;
export type Amount = common.Amount;
export type ErrorBody = common.ErrorBody;

export type Me = accounts.Me;
export type AccountSettings = accounts.AccountSettings;
export type ApiKey = z.infer<typeof accounts.ApiKeyView>;
export type Person = z.infer<typeof accounts.HelpdeskPerson>;

export type Debtor = portfolio.DebtorView;
export type DebtorListItem = z.infer<typeof portfolio.DebtorListItem>;
export type Debt = z.infer<typeof portfolio.DebtView>;
export type Hold = z.infer<typeof portfolio.HoldView>;
export type Payment = z.infer<typeof payments.PaymentView>;
export type PaymentListItem = z.infer<typeof payments.PaymentListItem>;
export type ContactPoint = z.infer<typeof portfolio.ContactPointView>;
export type Import = z.infer<typeof imports.ImportView>;
export type ImportPreview = z.infer<typeof imports.ImportPreview>;
export type AbsentDebt = z.infer<typeof imports.AbsentDebtView>;
export type HeldDebt = z.infer<typeof imports.HeldDebt>;
export type ImportProfile = z.infer<typeof imports.ImportProfileView>;
export type ImportProblem = z.infer<typeof imports.ImportProblem>;
export type DecimalMark = z.infer<typeof imports.DecimalMarkName>;
export type Upload = z.infer<typeof imports.UploadView>;
export type SharedNumber = z.infer<typeof portfolio.SharedNumber>;
export type ImportMode = z.infer<typeof imports.ImportModeName>;
export type DateOrder = z.infer<typeof imports.DateOrderName>;

export type FigureCase = figures.FigureCaseView;
export type FigureCases = figures.FigureCasesView;
export type FigureValue = kpis.FigureValue;
export type FiguresView = kpis.FiguresView;
export type FilteredFigures = cuts.FilteredFiguresView;
export type CostsView = costs.CostsView;
export type CostMonth = costs.CostMonth;
export type CostEntry = costs.CostEntryView;
export type CostKind = CostEntry["kind"];
export type CostFileRead = costs.CostFileView;
export type MessagePrice = costs.PriceView;
export type ExchangeRate = rates.ExchangeRateView;
export type FigureGap = NonNullable<kpis.FigureValue["gap"]>;
export type MetricDefinition = kpis.MetricDefinition;
export type MetricFigure = kpis.MetricFigure;
export type MetricMeasure = kpis.MetricMeasure;
export type MetricObjective = kpis.MetricDefinition["objectives"][number];
export type MetricTerm = kpis.MetricTerm;
export type MetricsView = kpis.MetricsView;

export type FigureSeriesView = series.FigureSeriesView;
export type FigureCutView = cuts.FigureCutView;
export type MatrixView = figures.MatrixView;
export type CohortsView = figures.CohortsView;
export type OverviewToday = overview.OverviewToday;
export type OverviewAges = overview.OverviewAges;
export type OverviewFunnel = overview.OverviewFunnel;
export type OverviewDenials = overview.OverviewDenials;
export type AttentionItem = overview.AttentionItem;

export type CaseRow = cases.CaseRowView;
export type CaseView = cases.CaseView;
export type CaseQueueView = ResponseOf<typeof cases.casesRoutes.cases>;

export type Promised = negotiation.PromiseView;
export type Promises = negotiation.DebtorPromises;
export type PromiseState = Promised["state"];

export type Segment = segmentation.SegmentView;
export type SegmentRule = segmentation.SegmentRuleView;
export type SegmentCondition = segmentation.SegmentCondition;
export type SegmentMember = segmentation.SegmentMember;
export type SegmentPreview = z.infer<typeof segmentation.SegmentPreview>;

export type Decision = policy.DecisionView;
export type Rule = z.infer<typeof policy.RuleView>;
export type Certainty = z.infer<typeof policy.CertaintyGrade>;
export type Today = kpis.TodayView;
export type Parked = kpis.ParkedView;
export type TodayRow = kpis.TodayRow;
export type TimelineEntry = z.infer<typeof journal.TimelineEntry>;
export type Outlook = z.infer<typeof cadences.ContactOutlook>;
export type Template = z.infer<typeof templates.TemplateItem>;
export type JournalRecord = z.infer<typeof journal.JournalRecordView>;
export type VerifyResult = z.infer<typeof journal.VerifyResult>;

export type Step = z.infer<typeof cadences.CadenceStepView>;
export type Exits = z.infer<typeof cadences.CadenceExitsView>;
export type CadenceBody = z.infer<typeof cadences.CadenceBodyView>;
export type CadenceHead = z.infer<typeof cadences.CadenceHead>;
export type Cadence = z.infer<typeof cadences.CadenceView>;
export type CadenceVersion = z.infer<typeof cadences.CadenceVersionView>;
export type Finding = z.infer<typeof cadences.CadenceFindingView>;
export type Simulation = z.infer<typeof cadences.CadenceSimulation>;
export type Trial = z.infer<typeof cadences.CadenceTrial>;
