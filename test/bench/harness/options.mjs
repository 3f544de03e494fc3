import { parseArgs } from "node:util";

/**
 * Options of a benchmark: whole numbers by name, each with the value the figures are measured at. A shorter run is for looking, not for judging.
 * @throws Error that lists what there is
 */
export function optionsOf(args, defaults) {
  const options = Object.fromEntries(Object.keys(defaults).map((name) => [name, { type: "string" }]));
  let values;
  try {
    ({ values } = parseArgs({ args, options }));
  } catch (error) {
    throw new Error(`${error.message}. Options: ${describe(defaults)}`, { cause: error });
  }
  return Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => {
      const given = values[name] === undefined ? value : Number(values[name]);
      if (!Number.isInteger(given) || given < 1) throw new Error(`--${name} is a whole number from 1. Options: ${describe(defaults)}`);
      return [name, given];
    }),
  );
}

function describe(defaults) {
  return Object.entries(defaults)
    .map(([name, value]) => `--${name} (${value})`)
    .join(", ");
}
