import { ACCOUNT } from "../harness/account.mjs";
import { median } from "../harness/figures.mjs";
import { built, NOW, openSaldo } from "../harness/saldo.mjs";
import { measured } from "../harness/side.mjs";
import { liveContacts, liveFell, liveMoney, liveOwed, liveOwing, liveReached } from "./live.mjs";

const ZONE = "America/Bogota";
const DAY = 86_400_000;

const TASKS = { queries, upkeep, closing, rebuild };

await measured(async (input) => {
  const app = await openSaldo();
  return { work: () => TASKS[input.task](app, input), close: () => app.close() };
});

async function parts(app) {
  const [database, standing, portfolio, money, contacts, closings, tallies, projector, calendar, zone] = await Promise.all(
    [
      "platform/database/database.js",
      "modules/kpis/projections/closings/standing-at.view.js",
      "modules/portfolio/rules.js",
      "modules/kpis/measures/money-measures.view.js",
      "modules/kpis/measures/contact-measures.view.js",
      "modules/kpis/projections/closings/day-closings.store.js",
      "modules/kpis/projections/tallies/figure-tallies.store.js",
      "modules/kpis/projections/projector.service.js",
      "shared/calendar.js",
      "shared/zone.js",
    ].map(built),
  );
  const get = (type) => app.get(type, { strict: false });
  return {
    db: get(database.Database),
    standing: get(standing.StandingAt),
    stageOf: portfolio.stageOf,
    money: get(money.MoneyMeasures),
    contacts: get(contacts.ContactMeasures),
    closings: get(closings.DayClosings),
    tallies: get(tallies.FigureTalliesStore),
    projector: get(projector.Projector),
    addDays: calendar.addDays,
    localDate: zone.localDate,
    wholeDay: zone.wholeDay,
  };
}

/** Each figure from what was kept beside the same from all rows, in turn; they must say the same. */
async function queries(app, { instants, rounds }) {
  const { db, standing, stageOf, money, contacts, addDays, localDate, wholeDay } = await parts(app);
  const results = [];
  for (const [name, at] of Object.entries(instants)) {
    const date = localDate(ZONE, at);
    const period = (days) => ({
      accountId: ACCOUNT,
      asOf: at,
      period: { zone: ZONE, start: addDays(date, 1 - days), end: addDays(date, 1) },
    });
    const month = wholeDay(ZONE, addDays(date, -29)).start;
    const pairs = {
      owedByAge: [() => standing.byStage(ACCOUNT, ZONE, at), () => liveOwed(db, ACCOUNT, at).then((rows) => staged(rows, stageOf, date))],
      whoOwes: [() => standing.debtors(ACCOUNT, ZONE, at), () => liveOwing(db, ACCOUNT, at, date)],
      fellOverdueInAMonth: [() => standing.fell(ACCOUNT, ZONE, month, at), () => liveFell(db, ACCOUNT, month, at)],
      moneyOfAYear: [async () => summed(await money.added(period(365))), () => liveMoney(db, period(365))],
      contactsOfAYear: [() => contacts.added(period(365)), () => liveContacts(db, period(365))],
      contactsOfAWeek: [() => contacts.added(period(7)), () => liveContacts(db, period(7))],
      // Different people do not add up over days: Saldo asks the rows of the days, as the live statement does.
      peopleReachedInAMonth: [
        () => contacts.count(period(30)).then(({ all }) => all["debtors.reached"]),
        () => liveReached(db, period(30)),
      ],
    };
    for (const [query, [kept, live]] of Object.entries(pairs)) {
      const [ours, theirs] = [await kept(), await live()];
      if (inOrder(ours) !== inOrder(theirs)) throw new Error(`${query} ${name}: ${inOrder(ours)} is not ${inOrder(theirs)}`);
      const times = { kept: [], live: [] };
      for (let round = 0; round < rounds; round++) {
        times.kept.push(await timed(kept));
        times.live.push(await timed(live));
      }
      results.push({ query, instant: name, keptMs: median(times.kept), liveMs: median(times.live) });
    }
  }
  return results;
}

/** Sums a batch of events at once, beside one upsert an event in as many transactions. */
async function upkeep(app, { events, rounds }) {
  const { db, tallies, addDays, localDate } = await parts(app);
  const today = localDate(ZONE, NOW);
  const story = Array.from({ length: events }, (_, index) => ({
    measure: ["attempts.made", "attempts.delivered", "attempts.read"][index % 3],
    currency: "",
    day: addDays(today, -(index % 5 === 0 ? index % 3 : 0)),
    recordedAt: NOW - (index % 4_000) * 1_000,
    total: 1,
  }));
  const upsert =
    "insert into bench_tally (account_id, grain, measure, day, currency, recorded_from, total) values (?, 'day', ?, ?, '', ?, 1) on duplicate key update total = total + 1";
  const times = { kept: [], upserts: [] };
  await db.inUnitOfWork("bench", () => db.run("create table if not exists bench_tally like figure_tally"));
  for (let round = 0; round < rounds; round++) {
    times.kept.push(await timed(() => db.inUnitOfWork("bench", () => tallies.add(ACCOUNT, ZONE, story))));
    times.upserts.push(
      await timed(() =>
        db.inUnitOfWork("bench", async () => {
          for (const { measure, day, recordedAt } of story) await db.run(upsert, [ACCOUNT, measure, day, recordedAt - (recordedAt % DAY)]);
        }),
      ),
    );
  }
  return { keptMs: median(times.kept), upsertsMs: median(times.upserts) };
}

/** Closes the days before each instant that the queries look at. */
async function closing(app, { instants, days }) {
  const { db, closings, addDays, localDate } = await parts(app);
  const times = [];
  for (const at of instants) {
    for (let day = addDays(localDate(ZONE, at), 1 - days); day <= localDate(ZONE, at); day = addDays(day, 1)) {
      times.push(await timed(() => db.inUnitOfWork("bench", () => closings.close(ACCOUNT, ZONE, addDays(day, -1), day))));
    }
  }
  return { medianMs: median(times) };
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

/** By currency and measure, as the live statement names them. */
function summed(rows) {
  const sums = {};
  for (const { currency, measure, total } of rows) (sums[currency] ??= {})[measure] = (sums[currency]?.[measure] ?? 0) + total;
  return sums;
}

/** Text of a result whatever the order of its rows and keys; what is zero is not there. */
function inOrder(value) {
  if (Array.isArray(value)) return `[${sorted(value.map(inOrder))}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, part]) => part !== 0);
  return `{${sorted(entries.map(([key, part]) => `${key}:${inOrder(part)}`))}}`;
}

function sorted(texts) {
  return texts.toSorted((a, b) => (a < b ? -1 : 1)).join();
}
