// `npm run bench -- NAME [options]`: runs test/bench/NAME.bench.mjs, which measures the built server and prints ratios,
// the last line as JSON. Without a name it lists what there is.
import { readdirSync } from "node:fs";

const SUFFIX = ".bench.mjs";
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => file.slice(0, -SUFFIX.length));
const [name, ...options] = process.argv.slice(2);
const list = names.length > 0 ? `Benchmarks: ${names.join(", ")}` : `No benchmarks yet: add test/bench/NAME${SUFFIX}`;

if (name === undefined) {
  console.log(list);
} else if (names.includes(name)) {
  const { bench } = await import(`./${name}${SUFFIX}`);
  await bench(options);
} else {
  console.error(`There is no benchmark "${name}". ${list}`);
  process.exitCode = 2;
}
