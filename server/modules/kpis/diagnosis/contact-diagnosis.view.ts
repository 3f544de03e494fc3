import { Injectable } from "@nestjs/common";
import type { ContactDiagnosisView } from "../../../contract/kpis/diagnosis.contract.js";
import { isoWeekday } from "../../../shared/calendar.js";
import { DAY, toIso } from "../../../shared/instant.js";
import { ContactMeasures } from "../measures/contact-measures.view.js";
import type { Question } from "../measures/domain/counted.js";
import { type PeriodAsked, ReportingPeriods } from "../measures/reporting-periods.reader.js";
import { decimalText, fraction } from "../metrics/domain/arithmetic/fraction.js";
import { SUCCESSFUL_CONTACT } from "../metrics/domain/definitions/contact/successful-contact.js";
import { objectiveOfWhole } from "../objectives/domain/gap.js";
import { objectivesInForce } from "../objectives/domain/objective.js";
import { ObjectivesStore } from "../objectives/objectives.store.js";
import { Projector } from "../projections/projector.service.js";
import { diagnoseContact, LEAST_ATTEMPTS, LEAST_IN_GROUP, type TriedGroup } from "./domain/contact-cause.js";

/** WhatsApp's codes that say that nobody is at the number. */
const NOBODY_THERE = ["131026", "131021", "1013"];
/** A message that arrives does so within this, unless the telephone is off: then its day is over. */
const ARRIVES_WITHIN = DAY;
/** Of a guide, where the account has no objective at all. */
const USUAL_FLOOR = 70;
const SHOWN = 3;

/** Why few attempts are answered: the numbers, the hour or the text, from what was counted. */
@Injectable()
export class ContactDiagnosisPage {
  constructor(
    private readonly periods: ReportingPeriods,
    private readonly contacts: ContactMeasures,
    private readonly objectives: ObjectivesStore,
    private readonly projector: Projector,
  ) {}

  /** @throws DomainError `figures.in_the_future`, `figures.period_backwards` */
  async show(accountId: number, asked: PeriodAsked): Promise<ContactDiagnosisView> {
    const { question, first, last } = await this.periods.of(accountId, asked);
    const { share } = await this.projector.freshness(accountId);
    const objective = objectiveOfWhole(objectivesInForce(SUCCESSFUL_CONTACT, await this.objectives.of(accountId)));
    const floor = objective?.attention ?? objective?.from ?? USUAL_FLOOR;
    const found = diagnoseContact(await this.groups(question), floor / 100);
    const { attempts, answered } = found;
    return {
      from: first,
      to: last,
      zone: question.period.zone,
      asOf: toIso(question.asOf),
      share,
      ...found,
      rate: attempts === 0 ? null : decimalText(fraction(answered * 100, attempts), 1),
      floor,
      least: LEAST_ATTEMPTS,
      leastInGroup: LEAST_IN_GROUP,
      suspects: found.suspects.map(({ cause, missed, groups }) => ({
        cause,
        missed: Math.round(missed),
        groups: groups.slice(0, SHOWN).map((group) => ({ ...group, others: { ...group.others } })),
        more: Math.max(0, groups.length - SHOWN),
      })),
    };
  }

  private async groups(question: Question): Promise<TriedGroup[]> {
    const { asOf } = question;
    const rows = await this.contacts
      .tries(question)
      .select((is) => {
        const arrived = is.or([is("delivered_recorded", "<=", asOf), is("answered_recorded", "<=", asOf)]);
        const count = (condition: typeof arrived) => is.fn.sum<number | string>(is.case().when(condition).then(1).else(0).end());
        const known = (column: "failed_recorded" | "answered_recorded") => is(column, "<=", asOf);
        return [
          "day",
          "hour",
          "template",
          is.fn.countAll<number | string>().as("attempts"),
          count(arrived).as("delivered"),
          count(is.and([known("answered_recorded")])).as("answered"),
          count(is.and([known("failed_recorded"), is("failure", "in", NOBODY_THERE)])).as("invalid"),
          count(
            is.and([
              is("made_at", "<=", asOf - ARRIVES_WITHIN),
              is.or([is("delivered_recorded", "is", null), is("delivered_recorded", ">", asOf)]),
              is.or([is("answered_recorded", "is", null), is("answered_recorded", ">", asOf)]),
              is.or([is("failed_recorded", "is", null), is("failed_recorded", ">", asOf)]),
            ]),
          ).as("silent"),
        ];
      })
      .groupBy(["day", "hour", "template"])
      .execute();
    return rows.map(({ day, hour, template, ...counts }) => ({
      weekday: isoWeekday(day!),
      hour: hour!,
      template,
      attempts: Number(counts.attempts),
      delivered: Number(counts.delivered),
      answered: Number(counts.answered),
      invalid: Number(counts.invalid),
      silent: Number(counts.silent),
    }));
  }
}
