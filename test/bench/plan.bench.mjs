import { openServer } from "./harness/database.mjs";
import { compare, median, ratioText, rounded, runsText } from "./harness/figures.mjs";
import { optionsOf } from "./harness/options.mjs";
import { conclude, machine } from "./harness/report.mjs";
import { PlanBed } from "./plan/plan-bed.mjs";

const TARGETS = { vsBare: { max: 1.2 }, perDebtSpread: { max: 1.1 }, peakMb: { max: 400 } };

/**
 * The daily plan of a portfolio on MariaDB: Saldo beside one bare INSERT … SELECT that writes the same rows, and beside the loop that the
 * guides of Nest and MikroORM show. `--rows` debts at most, a tenth and three tenths of them beside it; `--pairs` repetitions; `--naive` debts
 * for the loop, which would not end on all of them.
 */
export async function bench(args) {
  const options = optionsOf(args, { rows: 1_000_000, pairs: 5, naive: 100_000 });
  const sizes = [Math.ceil(options.rows / 10), Math.ceil((options.rows * 3) / 10), options.rows];
  const server = await openServer();
  try {
    console.log(machine(server.describe));
    const beds = [];
    for (const size of sizes) beds.push(await PlanBed.prepare(server, size));
    const whole = beds.at(-1);
    const saldo = new Map(beds.map((bed) => [bed, []]));
    const bare = [];
    for (let pair = 0; pair < options.pairs; pair++) {
      for (const bed of beds) {
        saldo.get(bed).push(await bed.run("saldo"));
        if (bed === whole) bare.push(await bed.run("bare"));
      }
      console.log(`${pair + 1}/${options.pairs}`);
    }
    const naiveBed = beds.find(({ debts }) => debts === options.naive) ?? (await PlanBed.prepare(server, options.naive));
    const saldoBesideNaive = await naiveBed.run("saldo");
    const naive = await naiveBed.run("naive");

    const perDebt = beds.map((bed) => median(saldo.get(bed).map(({ ms }) => (ms * 1000) / bed.debts)));
    const vsBare = compare(saldo.get(whole), bare);
    for (const bed of beds) console.log(`Saldo, ${bed.debts} debts: ${runsText(saldo.get(bed))}`);
    console.log(`Bare statement, ${whole.debts} debts: ${runsText(bare)}; the same ${whole.planned} messages`);
    console.log(`MikroORM loop, ${naiveBed.debts} debts: ${runsText([naive])}`);
    console.log(`Saldo against the bare statement: ${ratioText(vsBare)}`);
    console.log(`Microseconds a debt: ${perDebt.map(rounded).join(", ")}`);
    conclude({
      bench: "plan",
      ratios: {
        vsBare: vsBare.ratio,
        perDebtSpread: Math.max(...perDebt) / Math.min(...perDebt),
        naiveVsSaldo: naive.ms / saldoBesideNaive.ms,
      },
      figures: { peakMb: Math.max(...saldo.get(whole).map(({ peakMb }) => peakMb)), debts: whole.debts, messages: whole.planned },
      targets: TARGETS,
    });
  } finally {
    await server.stop();
  }
}
