import { ACCOUNT } from "../harness/account.mjs";
import { median } from "../harness/figures.mjs";
import { built, NOW, openSaldo } from "../harness/saldo.mjs";
import { measured } from "../harness/side.mjs";
import { liveCame, liveContacts, liveDenials, liveFell, liveMoney, liveOwed, liveOwing, livePeople } from "./live.mjs";

const ZONE = "America/Bogota";
/** Has nothing but what the upkeep adds. */
const OTHER_ACCOUNT = ACCOUNT + 1;

const PARTS = {
  db: ["platform/database/database.js", "Database"],
  standing: ["modules/kpis/projections/closings/standing-at.view.js", "StandingAt"],
  movesAt: ["modules/kpis/projections/moves/moves-at.view.js", "MovesAt"],
  moves: ["modules/kpis/projections/moves/account-moves.view.js", "AccountMoves"],
  opened: ["modules/kpis/projections/moves/opened-accounts.view.js", "OpenedAccounts"],
  money: ["modules/kpis/measures/money-measures.view.js", "MoneyMeasures"],
  contacts: ["modules/kpis/measures/contact-measures.view.js", "ContactMeasures"],
  people: ["modules/kpis/measures/people-counts.reader.js", "PeopleCounts"],
  funnelRows: ["modules/kpis/overview/funnel-rows.view.js", "FunnelRows"],
  cohortSums: ["modules/kpis/measures/cohorts/cohort-sums.view.js", "CohortSums"],
  cohorts: ["modules/kpis/measures/cohorts/cohorts.view.js", "Cohorts"],
  rulesKept: ["modules/kpis/measures/rules-kept.view.js", "RulesKept"],
  today: ["modules/kpis/overview/today-events.view.js", "TodayEventsPage"],
  debts: ["modules/kpis/measures/debt-measures.view.js", "DebtMeasures"],
  closings: ["modules/kpis/projections/closings/day-closings.store.js", "DayClosings"],
  tallies: ["modules/kpis/projections/tallies/figure-tallies.store.js", "FigureTalliesStore"],
  projector: ["modules/kpis/projections/projector.service.js", "Projector"],
};

const TASKS = { queries, fromRows, upkeep, closing, rebuild };

await measured(async (input) => {
  const app = await openSaldo();
  return { work: () => TASKS[input.task](app, input), close: () => app.close() };
});

async function parts(app) {
  const classes = Object.entries(PARTS).map(async ([name, [path, type]]) => [name, app.get((await built(path))[type], { strict: false })]);
  const { stageOf } = await built("modules/portfolio/rules.js");
  const { talliesAdded } = await built("modules/kpis/projections/tallies/domain/day-tally.js");
  const { datedAt, midnightOf } = await built("modules/kpis/projections/domain/account-day.js");
  const { addDays, monthStart } = await built("shared/calendar.js");
  const { localDate, wholeDay } = await built("shared/zone.js");
  const rules = { stageOf, talliesAdded, datedAt, midnightOf, addDays, monthStart, localDate, wholeDay };
  return { ...Object.fromEntries(await Promise.all(classes)), ...rules };
}

/** Each figure from what was kept beside the same from all rows, in turn; they must say the same. */
async function queries(app, { instants, days, rounds }) {
  const { movesAt, moves, opened, people, funnelRows, cohortSums, cohorts, rulesKept, datedAt, midnightOf, monthStart, ...others } =
    await parts(app);
  const { db, standing, stageOf, money, contacts, debts, addDays, localDate, wholeDay } = others;
  const results = [];
  for (const [name, at] of Object.entries(instants)) {
    const date = localDate(ZONE, at);
    const period = (length) => ({
      accountId: ACCOUNT,
      asOf: at,
      period: { zone: ZONE, start: addDays(date, 1 - length), end: addDays(date, 1) },
    });
    const all = period(days);
    const since = wholeDay(ZONE, all.period.start).start;
    const month = { ...all, period: { ...all.period, start: `${date.slice(0, 7)}-01` } };
    const year = { ...all, period: { ...all.period, start: `${date.slice(0, 4)}-01-01` } };
    const now = datedAt(ZONE, at);
    const matrix = (asked) => {
      const start = midnightOf(ZONE, asked.period.start);
      return [() => movesAt.of(ACCOUNT, ZONE, start, now), () => moves.of(ACCOUNT, start, now)];
    };
    const openings = (asked) => {
      const start = midnightOf(ZONE, asked.period.start);
      return [() => opened.of(ACCOUNT, ZONE, start, now), () => opened.more(ACCOUNT, start.at, start.at, at)];
    };
    const placed = { accountId: ACCOUNT, placedFrom: monthStart(date, -11), placedBefore: monthStart(date, 1), asOf: at };
    const kept = (asked) => async () => {
      const rules = await rulesKept.of("attempts.dropped", asked);
      return [...rules].map(([rule, dropped]) => ({ rule, dropped }));
    };
    const pairs = {
      funnel: [() => people.of(month), () => funnelRows.of(month)],
      funnelOfAYear: [() => people.of(year), () => funnelRows.of(year)],
      cohorts: [
        async () => [await cohortSums.placed(ZONE, placed), await cohortSums.collected(ZONE, placed)],
        async () => [await cohorts.placed(placed), await cohorts.collected(placed, 366)],
      ],
      denialsOfAMonth: [kept(month), () => liveDenials(db, month)],
      denials: [kept(all), () => liveDenials(db, all)],
      matrix: matrix(month),
      matrixOfAYear: matrix(year),
      matrixOfThirtyDays: matrix(period(30)),
      accountsOpenedOfAYear: openings(year),
      accountsOpenedOfAMonth: openings(month),
      owedByAge: [() => standing.byStage(ACCOUNT, ZONE, at), () => liveOwed(db, ACCOUNT, at).then((rows) => staged(rows, stageOf, date))],
      whoOwes: [() => standing.debtors(ACCOUNT, ZONE, at), () => liveOwing(db, ACCOUNT, at, date)],
      fellOverdue: [() => standing.fell(ACCOUNT, ZONE, since, at), () => liveFell(db, ACCOUNT, since, at)],
      cameOverdue: [async () => byCurrency(await debts.placedOverdue(all)), () => liveCame(db, { ...all, end: at })],
      money: [async () => summed(await money.added(all)), () => liveMoney(db, all)],
      contacts: [() => contacts.added(all), () => liveContacts(db, all)],
      contactsOfAMonth: [() => contacts.added(month), () => liveContacts(db, month)],
      peopleOfAMonth: [() => contacts.people(month), () => livePeople(db, month)],
      peopleOfAYear: [() => contacts.people(year), () => livePeople(db, year)],
    };
    for (const [query, [told, live]] of Object.entries(pairs)) {
      const [ours, theirs] = [await told(), await live()];
      if (inOrder(ours) !== inOrder(theirs)) throw new Error(`${query} ${name}: ${inOrder(ours)} is not ${inOrder(theirs)}`);
      const times = { kept: [], live: [] };
      for (let round = 0; round < rounds; round++) {
        times.kept.push(await timed(told));
        times.live.push(await timed(live));
      }
      // The live side is slow: what is kept is asked more often, for its slowest answers.
      const more = [];
      for (let round = 0; round < rounds * 20; round++) more.push(await timed(told));
      const p99 = more.toSorted((a, b) => a - b)[Math.ceil(more.length * 0.99) - 1];
      results.push({ query, instant: name, keptMs: median(times.kept), liveMs: median(times.live), p99Ms: p99 });
    }
  }
  return results;
}

/** What the Overview asks of the rows themselves: the last hours of three days. */
async function fromRows(app, { rounds }) {
  const { today } = await parts(app);
  const times = [];
  for (let round = 0; round < rounds; round++) times.push(await timed(() => today.show(ACCOUNT, undefined)));
  return [{ query: "today", ms: median(times) }];
}

/** The sums of a batch of events at once, beside the same sums upserted event by event, each in a transaction of its own as it comes. */
async function upkeep(app, { events, rounds }) {
  const { db, tallies, talliesAdded, addDays, localDate } = await parts(app);
  const today = localDate(ZONE, NOW);
  const story = Array.from({ length: events }, (_, index) => ({
    measure: ["attempts.made", "attempts.delivered", "attempts.read"][index % 3],
    currency: "",
    day: addDays(today, -(index % 5 === 0 ? index % 3 : 0)),
    recordedAt: NOW - (index % 4_000) * 1_000,
    total: 1,
  }));
  const columns = "account_id, grain, measure, day, currency, recorded_from, total";
  const upsert = (table, event) => {
    const sums = talliesAdded(ZONE, [event]).map((sum) => [sum.grain, sum.measure, sum.day, sum.currency, sum.recordedFrom, sum.total]);
    const rows = sums.map(() => "(?, ?, ?, ?, ?, ?, ?)").join(", ");
    const statement = `insert into ${table} (${columns}) values ${rows} on duplicate key update total = total + values(total)`;
    return db.run(
      statement,
      sums.flatMap((sum) => [OTHER_ACCOUNT, ...sum]),
    );
  };
  await db.inUnitOfWork("bench", async () => {
    for (const table of ["bench_alone", "bench_together"]) await db.run(`create table ${table} like figure_tally`);
  });
  const times = { kept: [], upserts: [], together: [] };
  for (let round = 0; round < rounds; round++) {
    times.kept.push(await timed(() => db.inUnitOfWork("bench", () => tallies.add(OTHER_ACCOUNT, ZONE, story))));
    times.upserts.push(
      await timed(async () => {
        for (const event of story) await db.inUnitOfWork("bench", () => upsert("bench_alone", event));
      }),
    );
    times.together.push(
      await timed(() =>
        db.inUnitOfWork("bench", async () => {
          for (const event of story) await upsert("bench_together", event);
        }),
      ),
    );
  }
  const rowsOf = (table) => db.rows(`select ${columns} from ${table} where account_id = ?`, [OTHER_ACCOUNT]).then(inOrder);
  const [kept, ...others] = [await rowsOf("figure_tally"), await rowsOf("bench_alone"), await rowsOf("bench_together")];
  if (others.some((other) => other !== kept)) throw new Error("A batch at once leaves other sums than event by event");
  return { keptMs: median(times.kept), upsertsMs: median(times.upserts), togetherMs: median(times.together) };
}

/** Closes every day there is up to today, one after the other, as the projector does. */
async function closing(app) {
  const { db, closings, localDate } = await parts(app);
  const today = localDate(ZONE, NOW);
  const times = [];
  let closed = null;
  while (closed === null || closed < today) {
    const from = performance.now();
    closed = await db.inUnitOfWork("bench", () => closings.close(ACCOUNT, ZONE, closed, today));
    times.push((performance.now() - from) / 7);
  }
  return { medianMs: median(times), totalMs: times.reduce((sum, ms) => sum + ms * 7, 0) };
}

async function rebuild(app) {
  const { projector } = await parts(app);
  while ((await projector.freshness(ACCOUNT)).share < 1) await projector.advance(ACCOUNT);
  return { share: (await projector.freshness(ACCOUNT)).share };
}

async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Debts of a due date are of one stage. */
function staged(rows, stageOf, date) {
  const stages = Map.groupBy(rows, ({ currency, dueDate }) => `${currency} ${stageOf(dueDate, date)}`);
  const sum = (own, key) => own.reduce((total, row) => total + row[key], 0);
  return [...stages.values()].map((own) => ({
    currency: own[0].currency,
    stage: stageOf(own[0].dueDate, date),
    debts: sum(own, "debts"),
    balanceMinor: sum(own, "balanceMinor"),
  }));
}

function byCurrency(rows) {
  const sums = {};
  for (const { currency, total } of rows) sums[currency] = (sums[currency] ?? 0) + total;
  return sums;
}

/** By currency and measure, as the live statement names them. */
function summed(rows) {
  const sums = {};
  for (const { currency, measure, total } of rows) (sums[currency] ??= {})[measure] = (sums[currency]?.[measure] ?? 0) + total;
  return sums;
}

/** Text of a result whatever the order of its rows and keys; what is zero is not there. */
function inOrder(value) {
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return `[${sorted(value.map(inOrder))}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, part]) => part !== 0 && part !== 0n);
  return `{${sorted(entries.map(([key, part]) => `${key}:${inOrder(part)}`))}}`;
}

function sorted(texts) {
  return texts.toSorted((a, b) => (a < b ? -1 : 1)).join();
}
