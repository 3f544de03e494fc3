import { fillHistory, fillJournal } from "./dashboard/history.mjs";
import { ACCOUNT, addAccount } from "./harness/account.mjs";
import { openServer } from "./harness/database.mjs";
import { rounded } from "./harness/figures.mjs";
import { optionsOf } from "./harness/options.mjs";
import { conclude, machine } from "./harness/report.mjs";
import { DAY, NOW } from "./harness/saldo.mjs";
import { runSide } from "./harness/side.mjs";
import { debtorsOf, fillPortfolio } from "./plan/portfolio.mjs";

const TARGETS = {
  leastVsLive: { min: 200 },
  pastVsToday: { max: 3 },
  upkeepVsUpserts: { min: 50 },
  rebuildPeakMb: { max: 300 },
  askedOfRows: { max: 0 },
};
/** A month is too short for the ratio that three years are held to: an answer takes one round trip to the database at least. */
const SHORT = /OfAMonth$/;
/**
 * The Overview's figures of a portfolio on MariaDB: from closings and sums, and by GROUP BY over all rows on an index that holds what it reads.
 * `--debts`, `--messages`, `--days` of history, `--records` of a journal that is taken anew, `--rounds` of each query, `--back` days and a
 * half to the past instant.
 */
export async function bench(args) {
  const defaults = { debts: 1_000_000, messages: 10_000_000, days: 1_095, records: 10_000_000, rounds: 5, back: 417 };
  const { debts, messages, days, records, rounds, back } = optionsOf(args, defaults);
  const server = await openServer();
  try {
    console.log(machine(server.describe));
    // Both within an hour: at a full one nothing is left to ask of the rows.
    const instants = { today: NOW - 1_500_000, past: NOW - back * 86_400_000 + 9_000_000 };
    const database = await server.create();
    const debtors = debtorsOf(debts);
    await addAccount(database.sql);
    await fillHistory(database.sql, { debts, debtors, messages, days });
    const side = (input) => runSide("dashboard/saldo.side.mjs", database.environment, input);
    const closing = await side({ task: "closing" });
    const cursor = { account_id: ACCOUNT, seq: 0, recorded_at: NOW, version: 1, zone: "America/Bogota", closed: DAY, state: "live" };
    await database.sql.query("insert into projection_cursor set ?", cursor);
    const { result: queries } = await side({ task: "queries", instants, days, rounds });
    const { result: rows } = await side({ task: "fromRows", rounds: Math.min(rounds, 3) });
    const { result: upkeep } = await side({ task: "upkeep", events: 2_000, rounds });

    const journal = await server.create();
    await fillPortfolio(journal.sql, debts);
    await fillJournal(journal.sql, { debts, debtors, records });
    const rebuild = await runSide("dashboard/saldo.side.mjs", journal.environment, { task: "rebuild" });

    for (const { query, instant, keptMs, liveMs, p99Ms } of queries) {
      const times = `${rounded(keptMs)} ms (p99 ${rounded(p99Ms)}) beside ${rounded(liveMs)} ms`;
      console.log(`${query}, ${instant}: ${times}, ${rounded(liveMs / keptMs)} ×`);
    }
    for (const { query, ms } of rows) console.log(`${query}, of this month, from the rows: ${rounded(ms)} ms`);
    console.log(
      `A day of ${debts} debts is closed in ${rounded(closing.result.medianMs)} ms, all in ${rounded(closing.result.totalMs / 1000)} s`,
    );
    const { keptMs: batchMs, upsertsMs, togetherMs } = upkeep;
    console.log(
      `2000 events: ${rounded(batchMs)} ms; each in its own transaction ${rounded(upsertsMs)} ms, in one ${rounded(togetherMs)} ms`,
    );
    console.log(`${records} records taken anew in ${rounded(rebuild.ms / 1000)} s, at most ${Math.round(rebuild.peakMb)} MB`);
    const of = (query, instant) => queries.find((one) => one.query === query && one.instant === instant).keptMs;
    const names = [...new Set(queries.map(({ query }) => query))];
    conclude({
      bench: "dashboard",
      ratios: {
        ...Object.fromEntries(queries.map(({ query, instant, keptMs, liveMs }) => [`${query}.${instant}`, liveMs / keptMs])),
        leastVsLive: least(queries.filter(({ query }) => !SHORT.test(query))),
        leastOfAMonth: least(queries.filter(({ query }) => SHORT.test(query))),
        pastVsToday: Math.max(...names.map((query) => of(query, "past") / of(query, "today"))),
        upkeepVsUpserts: upsertsMs / batchMs,
        upkeepVsUpsertsTogether: togetherMs / batchMs,
      },
      figures: {
        debts,
        messages,
        records,
        rebuildPeakMb: rebuild.peakMb,
        rebuildSeconds: rebuild.ms / 1000,
        closingMs: closing.result.medianMs,
        askedOfRows: rows.length,
        ...Object.fromEntries(rows.map(({ query, ms }) => [`${query}Ms`, ms])),
        slowestP99Ms: Math.max(...queries.map(({ p99Ms }) => p99Ms)),
      },
      targets: TARGETS,
    });
  } finally {
    await server.stop();
  }
}

const least = (queries) => Math.min(...queries.map(({ keptMs, liveMs }) => liveMs / keptMs));
