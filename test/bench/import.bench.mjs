import { openServer } from "./harness/database.mjs";
import { compare, ratioText, runsText } from "./harness/figures.mjs";
import { optionsOf } from "./harness/options.mjs";
import { conclude, machine } from "./harness/report.mjs";
import { ImportBed } from "./import/import-bed.mjs";

const TARGETS = { vsBare: { max: 3 }, peakMb: { max: 400 } };

/**
 * A file of debts into an empty account on MariaDB: Saldo's import beside csv-parse and mysql2, which write the same rows into the same tables,
 * unsealed and unchained. `--rows` of the file, `--pairs` repetitions.
 */
export async function bench(args) {
  const options = optionsOf(args, { rows: 200_000, pairs: 5 });
  const server = await openServer();
  try {
    console.log(machine(server.describe));
    const bed = await ImportBed.prepare(server, options.rows);
    const saldo = [];
    const bare = [];
    for (let pair = 0; pair < options.pairs; pair++) {
      saldo.push(await bed.run("saldo"));
      bare.push(await bed.run("bare"));
      console.log(`${pair + 1}/${options.pairs}`);
    }
    const vsBare = compare(saldo, bare);
    console.log(
      `The same rows: ${Object.entries(bed.counts)
        .map(([table, rows]) => `${table} ${rows}`)
        .join(", ")}`,
    );
    console.log(`Saldo: ${runsText(saldo)}`);
    console.log(`csv-parse and mysql2: ${runsText(bare)}`);
    console.log(`Saldo against csv-parse and mysql2: ${ratioText(vsBare)}`);
    conclude({
      bench: "import",
      ratios: { vsBare: vsBare.ratio },
      figures: { peakMb: Math.max(...saldo.map(({ peakMb }) => peakMb)), rows: options.rows },
      targets: TARGETS,
    });
  } finally {
    await server.stop();
  }
}
