/** Other hours than those that ship: on Fridays only until half past ten, so that what is due at noon is due on Monday. */
export const OTHER_HOURS = {
  id: "desk",
  zone: "America/Bogota",
  week: { 1: [[480, 1080]], 2: [[480, 1080]], 3: [[480, 1080]], 4: [[480, 1080]], 5: [[480, 630]] },
  holidays: { country: "CO", subdivision: null },
  closedOn: [],
};
