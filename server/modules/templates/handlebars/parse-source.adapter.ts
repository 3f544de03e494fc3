import Handlebars from "handlebars";
import { invalid } from "../../../shared/errors.js";
import { HELPER_OF, type BodySegment } from "../domain/message-template.js";

/** Far above any message: WhatsApp takes 1,024 characters with the values in. */
const MAX_SOURCE = 4_096;
const MAX_VARIABLES = 20;

const NAME = /^[a-z][a-z0-9_]{0,39}$/;
const HELPERS = new Set(Object.values(HELPER_OF).filter((helper) => helper !== null));

/** Our own instance, of which only the parser is used: nothing is compiled, so no text of a template ever becomes code. */
const { parseWithoutProcessing } = Handlebars.create();

type Node = hbs.AST.Statement | hbs.AST.Expression;

/**
 * Reads a Handlebars source into fixed text and places for values. Allowed are `{{variable}}` and `{{helper variable}}` with a known
 * helper, nothing else of the language: no blocks, partials, raw output, sub-expressions, paths, literals, `@data` or hashes.
 *
 * @param source must be a string: Handlebars takes a ready syntax tree for one (CVE-2026-106446)
 * @param file shown in errors
 * @throws DomainError `template.source_invalid` with the line at fault
 */
export function parseSource(source: unknown, file: string): readonly BodySegment[] {
  if (typeof source !== "string") throw refusal(file, "a template source is text");
  if (source.length > MAX_SOURCE) throw refusal(file, `a template source has at most ${MAX_SOURCE} characters`);
  const segments: BodySegment[] = [];
  for (const statement of parse(source, file)) {
    const segment = toSegment(statement, file);
    const last = segments.at(-1);
    if (segment.kind === "text" && last?.kind === "text") segments[segments.length - 1] = { kind: "text", text: last.text + segment.text };
    else segments.push(segment);
  }
  if (segments.filter(({ kind }) => kind === "variable").length > MAX_VARIABLES) {
    throw refusal(file, `a template has at most ${MAX_VARIABLES} variables`);
  }
  return segments;
}

function parse(source: string, file: string): readonly hbs.AST.Statement[] {
  try {
    return parseWithoutProcessing(source).body;
  } catch (error) {
    // The parser's own message quotes the source around the fault over several lines; its first line names the place.
    throw refusal(file, `Handlebars cannot read it: ${error instanceof Error ? error.message.split("\n")[0] : "unknown fault"}`);
  }
}

function toSegment(node: hbs.AST.Statement, file: string): BodySegment {
  if (isContent(node)) {
    // Reached by `\{{`: the helpdesk runs Liquid over what we send, so braces must not survive as text either.
    if (/\{[{%]|[}%]\}/.test(node.value)) throw refusal(file, "double braces can only surround a variable", node);
    return { kind: "text", text: node.value };
  }
  if (!isMustache(node)) throw refusal(file, `${node.type} is not allowed, only {{variable}} and {{helper variable}}`, node);
  // `{{{raw}}}` and `{{&raw}}` parse to the same node with another flag; `~` would eat spaces that the approved text has.
  if (!node.escaped || node.strip.open || node.strip.close) throw refusal(file, "raw output and ~ are not allowed", node);
  if (node.hash) throw refusal(file, "named arguments are not allowed", node);
  if (node.params.length > 1) throw refusal(file, "a helper takes one variable", node);
  const [argument] = node.params;
  if (!argument) return { kind: "variable", name: nameOf(node.path, file), helper: null };
  const helper = nameOf(node.path, file);
  if (!HELPERS.has(helper)) throw refusal(file, `unknown helper; there are ${[...HELPERS].join(", ")}`, node);
  return { kind: "variable", name: nameOf(argument, file), helper };
}

function nameOf(node: Node, file: string): string {
  const plain = isPath(node) && !node.data && node.depth === 0 && node.parts.length === 1 && node.parts[0] === node.original;
  if (!plain || !NAME.test(node.original) || node.original in Object.prototype) {
    throw refusal(file, "a variable is a plain name: lower-case letters, digits and _", node);
  }
  return node.original;
}

function isContent(node: Node): node is hbs.AST.ContentStatement {
  return node.type === "ContentStatement";
}

function isMustache(node: Node): node is hbs.AST.MustacheStatement {
  return node.type === "MustacheStatement";
}

function isPath(node: Node): node is hbs.AST.PathExpression {
  return node.type === "PathExpression";
}

function refusal(file: string, reason: string, node?: Node) {
  const line = node ? `, line ${node.loc.start.line}` : "";
  return invalid("template.source_invalid", `${file}${line}: ${reason}.`, {
    field: file,
    remedy: "Write fixed text, {{variable}} and {{helper variable}} only.",
  });
}
