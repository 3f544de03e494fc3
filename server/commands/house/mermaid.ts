import { FLOORS, type ModuleGraph } from "./module-graph.js";

/** The graph as Mermaid's flow chart, a floor a row; what follows from other arrows is left out, so that the picture can be read. */
export function asMermaid(graph: ModuleGraph): string {
  const direct = withoutDetours(graph);
  const lines = ["flowchart BT"];
  for (const [index, floor] of FLOORS.entries()) {
    const here = floor.filter((name) => graph.modules.includes(name));
    if (here.length > 0) lines.push(`  subgraph floor${index + 1}[" "]`, "    direction LR", ...here.map((name) => `    ${name}`), "  end");
  }
  for (const { from, to } of direct) lines.push(`  ${from} --> ${to}`);
  return `${lines.join("\n")}\n`;
}

/** Without the edges between whose ends a longer way leads. Edges of a knot all stay. */
function withoutDetours({ edges }: ModuleGraph): { from: string; to: string }[] {
  const next = Map.groupBy(edges, ({ from }) => from);
  const leads = (from: string, to: string, without: (typeof edges)[number], seen = new Set<string>()): boolean =>
    (next.get(from) ?? []).some((edge) => {
      if (edge === without || seen.has(edge.to)) return false;
      if (edge.to === to) return true;
      seen.add(edge.to);
      return leads(edge.to, to, without, seen);
    });
  const back = (edge: (typeof edges)[number]) => leads(edge.to, edge.from, edge);
  return edges.filter((edge) => back(edge) || !leads(edge.from, edge.to, edge)).map(({ from, to }) => ({ from, to }));
}
