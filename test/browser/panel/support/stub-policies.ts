const at = { version: 1, publishedAt: "2026-11-20T15:00:00.000Z", publishedBy: "system:escalations" };
const day = [[480, 1_080]];

export const POLICIES = {
  policy: {
    ...at,
    calendar: "desk",
    entries: [
      {
        name: "inquiry",
        match: {},
        targets: { first_answer: { minutes: 120, hours: "desk", pausedBy: [] } },
        reopening: "resume",
        levels: [{ id: "first_missed", clock: "first_answer", minutes: 0, told: { kind: "supervisor" }, actions: ["note", "panel"] }],
      },
    ],
  },
  calendars: [
    {
      ...at,
      id: "desk",
      zone: "America/Bogota",
      week: { 1: day, 2: day, 3: day, 4: day, 5: day },
      holidays: { country: "CO", subdivision: null },
      closedOn: ["2026-12-24"],
    },
  ],
  history: [
    { ...at, what: "policy", id: "default" },
    { ...at, what: "calendar", id: "desk" },
  ],
  running: 42,
  people: [{ id: "1", name: "Laura Medina" }],
  teams: [],
  reasons: [{ id: "question", name: "Has a question" }],
  countries: ["CO", "MX", "BR"],
};

export const PREVIEW = {
  faults: [],
  effect: { running: 42, moved: 18, sooner: 0, later: 18, overdueAtOnce: 0, mostSoonerSeconds: 0, mostLaterSeconds: 61_200 },
};
