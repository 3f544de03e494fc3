/** A contact that rules bind, and what was decided under the version in force in the recipient's zone. */
export interface RegulatedContact {
  readonly left: boolean;
  readonly permitted: boolean;
  /** Two people agreed, on record, that what looked like a violation was none. */
  readonly cleared: boolean;
}

export interface ScheduleTally {
  readonly regulated: number;
  readonly permitted: number;
  /** Held back before they left: good work, and in no share. */
  readonly prevented: number;
}

export function scheduleTally(contacts: readonly RegulatedContact[]): ScheduleTally {
  const left = contacts.filter((contact) => contact.left);
  return {
    regulated: left.length,
    permitted: left.filter(({ permitted, cleared }) => permitted || cleared).length,
    prevented: contacts.filter((contact) => !contact.left && !contact.permitted).length,
  };
}
