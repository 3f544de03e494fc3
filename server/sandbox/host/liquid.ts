import type { Json, JsonObject } from "../state/records.js";

/**
 * The host renders outgoing text and template parameters as Liquid. Here only what matters to a sender is modelled: output tags
 * become the drop's value or nothing, logic tags vanish, backticked code stays. A sender that lets a name carry `{{` sees it eaten.
 */
export function renderLiquid(text: string, drops: Readonly<Record<string, string>>): string {
  return text
    .split(/(`[\s\S]*?`)/u)
    .map((part) =>
      part.startsWith("`")
        ? part
        : part
            .replace(/\{\{-?\s*([^{}|]*?)\s*(?:\|[^{}]*)?-?\}\}/gu, (_, name: string) => drops[name] ?? "")
            .replace(/\{%[\s\S]*?%\}/gu, ""),
    )
    .join("");
}

export function renderLiquidDeep(value: Json, drops: Readonly<Record<string, string>>): Json {
  if (typeof value === "string") return renderLiquid(value, drops);
  if (Array.isArray(value)) return value.map((item) => renderLiquidDeep(item, drops));
  if (value === null || typeof value !== "object") return value;
  const rendered: JsonObject = {};
  for (const [key, item] of Object.entries(value)) rendered[key] = renderLiquidDeep(item, drops);
  return rendered;
}
