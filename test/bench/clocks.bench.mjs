import { openServer } from "./harness/database.mjs";
import { optionsOf } from "./harness/options.mjs";
import { conclude, machine } from "./harness/report.mjs";
import { runSide } from "./harness/side.mjs";
import { addAccount } from "./harness/account.mjs";
import { fillCases } from "./clocks/cases.mjs";

const TARGETS = { naiveVsSaldo: { min: 50 }, idleStatements: { max: 1 }, marksLost: { max: 0 } };
const HOUR = 3_600_000;

/**
 * Clocks on MariaDB: other hours are published for `--clocks` running clocks, beside a loop that loads, counts and flushes each of `--naive` cases;
 * a sweep when nothing is due; and a wave of `--wave` cases whose answer was missed at once.
 */
export async function bench(args) {
  const options = optionsOf(args, { clocks: 1_000_000, naive: 2_000, wave: 14_000 });
  const server = await openServer();
  try {
    console.log(machine(server.describe));
    const side = (database, name, input = {}) => runSide(`clocks/${name}.side.mjs`, database.environment, input);
    const open = async (cases, before) => {
      const database = await server.create();
      await addAccount(database.sql);
      const { result } = await side(database, "saldo", { step: "begin" });
      await database.sql.query("delete from account");
      await fillCases(database.sql, { cases, before, markNow: result.markNow });
      return database;
    };
    const cases = Math.ceil(options.clocks / 2);
    const sample = Math.min(options.naive, cases);
    const whole = await open(cases, HOUR / 2);
    const idle = await side(whole, "saldo", { step: "idle" });
    const replan = await side(whole, "saldo", { step: "replan" });
    const beside = await open(sample, HOUR / 2);
    const naive = await side(beside, "naive");
    const dues = ({ sql }) =>
      sql.query("select case_id, clock, due_at from case_clock where case_id <= ? order by case_id, clock", [sample]);
    const [[ours], [theirs]] = [await dues(whole), await dues(beside)];
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) throw new Error("Both sides planned other instants");

    const struck = await open(options.wave, 2 * HOUR);
    const wave = await side(struck, "saldo", { step: "wave" });
    const [[{ marks, first, last }]] = await struck.sql.query(
      "select count(*) as marks, min(fired_at) as first, max(fired_at) as last from level_mark where level = 'first_missed'",
    );
    const [late] = await struck.sql.query("select fired_at - (select min(fired_at) from level_mark) as ms from level_mark order by ms");
    const perCase = { saldo: replan.ms / cases, naive: naive.ms / sample };
    console.log(`Other hours, ${2 * cases} clocks: ${Math.round(replan.ms)} ms; loop, ${sample} cases: ${Math.round(naive.ms)} ms`);
    console.log(`Wave of ${options.wave}: ${marks} marks, told within ${Math.round(wave.ms)} ms, reached between ${last - first} ms`);
    conclude({
      bench: "clocks",
      ratios: { naiveVsSaldo: perCase.naive / perCase.saldo },
      figures: {
        clocks: 2 * cases,
        replanMs: replan.ms,
        peakMb: replan.peakMb,
        idleStatements: idle.result.statements,
        marksLost: options.wave - Number(marks),
        waveMs: wave.ms,
        p99LatenessMs: Number(late[Math.floor((late.length - 1) * 0.99)]?.ms ?? 0),
      },
      targets: TARGETS,
    });
  } finally {
    await server.stop();
  }
}
