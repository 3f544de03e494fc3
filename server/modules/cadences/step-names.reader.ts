import { Injectable } from "@nestjs/common";
import type { Locale } from "../../shared/locale.js";
import { cadenceNameFor, stepNameFor } from "./cadence-names.words.js";
import { CadencesStore } from "./cadences.store.js";

/** What a message's cadence and step are called. */
export interface StepNames {
  readonly stepName: string | null;
  readonly cadence: { readonly key: string; readonly name: string } | null;
}

type Planned = { readonly cadence_key: string | null; readonly cadence_version: number | null; readonly step_id: string };

/** Names of cadences and steps by the version that planned a message; null where it named none. */
@Injectable()
export class StepNamesReader {
  constructor(private readonly store: CadencesStore) {}

  async of(accountId: number, locale: Locale): Promise<(message: Planned) => StepNames> {
    const versions = new Map((await this.store.versions(accountId)).map((row) => [`${row.key}@${row.version}`, row]));
    return (message) => {
      const found = versions.get(`${message.cadence_key}@${message.cadence_version}`);
      if (!found) return { stepName: null, cadence: null };
      const step = found.body.steps.find(({ id }) => id === message.step_id);
      return {
        stepName: step ? stepNameFor(step, locale) : null,
        cadence: { key: found.key, name: cadenceNameFor(found.key, found.body.name, locale) },
      };
    };
  }
}
