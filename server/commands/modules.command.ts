import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Command } from "commander";
import type { CommandContext } from "./context.js";
import { type Figure, figures } from "./house/figures.js";
import { asMermaid } from "./house/mermaid.js";
import { downward, FLOORS, knots, type ModuleGraph, moduleGraph } from "./house/module-graph.js";
import { type SourceFile, sourcesUnder } from "./house/sources.js";
import { UPWARD } from "./house/upward.js";

interface Options {
  readonly mermaid?: boolean;
  readonly figures?: boolean;
  readonly json?: boolean;
}

/** `saldo modules`: who knows whom, in code and in SQL, and the figures of the house. For those who work on Saldo; needs the sources. */
export function registerModules(program: Command, context: CommandContext): void {
  program
    .command("modules")
    .description("the graph of modules by imports and tables; needs the sources")
    .option("--mermaid", "as a Mermaid chart, for documents")
    .option("--figures", "the figures of the house; the last line is JSON, `ok` false where one is missed")
    .option("--json", "the graph as JSON")
    .action((options: Options) => {
      const root = projectRoot();
      if (root === null) {
        context.err.write("The sources are not here: an image holds only what was built. Run it in a checkout.\n");
        return context.exitWith(2);
      }
      const server = sourcesUnder(root, "server");
      const graph = moduleGraph(server.filter(({ path }) => path.startsWith("server/modules/")));
      if (options.figures) return tellFigures(context, figures([...server, ...others(root)], knots(graph)));
      if (options.json) context.out.write(`${JSON.stringify(graph)}\n`);
      else context.out.write(options.mermaid ? asMermaid(graph) : asText(graph));
      return context.exitWith(knots(graph).length > 0 ? 1 : 0);
    });
}

/** Built, this file is in `dist/server/commands`. */
function projectRoot(): string | null {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, "server", "app.module.ts"))) return folder;
  }
  return null;
}

function others(root: string): SourceFile[] {
  return ["admin-ui/src", "test"].filter((folder) => existsSync(join(root, folder))).flatMap((folder) => sourcesUnder(root, folder));
}

function asText(graph: ModuleGraph): string {
  const lines = FLOORS.flatMap((floor) =>
    floor
      .filter((name) => graph.modules.includes(name))
      .map((name) => `${name.padEnd(13)} → ${graph.edges.flatMap(({ from, to }) => (from === name ? [to] : [])).join(", ") || "(nobody)"}`),
  );
  const down = downward(graph);
  if (down.length > 0) lines.push("", "Against the floors:");
  for (const { from, to, imports, tables } of down) {
    const reason = UPWARD.find((known) => known.from === from && known.to === to)?.reason ?? "NOT ON THE LIST";
    lines.push(`  ${from} → ${to}: ${reason}`, ...[...imports, ...tables].map((place) => `    ${place}`));
  }
  for (const knot of knots(graph)) lines.push("", `Knot: ${knot.join(", ")}`);
  return `${lines.join("\n")}\n`;
}

function tellFigures(context: CommandContext, all: readonly Figure[]): void {
  for (const { name, value, most, places } of all) {
    context.out.write(`${value <= most ? "✓" : "✗"} ${name}: ${value} (at most ${most})\n`);
    if (value > most) for (const place of places.slice(0, 20)) context.out.write(`    ${place}\n`);
  }
  const ok = all.every(({ value, most }) => value <= most);
  context.out.write(`${JSON.stringify({ ok, figures: Object.fromEntries(all.map(({ name, value }) => [name, value])) })}\n`);
  context.exitWith(ok ? 0 : 1);
}
