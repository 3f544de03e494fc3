/** Name of the property in `a.b` and `a["b"]`, else undefined. */
export function propertyName(node) {
  if (!node.computed) return node.property.name;
  return typeof node.property.value === "string" ? node.property.value : undefined;
}

/** `Date` for `Date`, and also for `globalThis.Date`, else undefined. */
export function globalName(node) {
  if (node.type === "Identifier") return node.name;
  if (node.type === "MemberExpression" && node.object.type === "Identifier" && node.object.name === "globalThis") return propertyName(node);
  return undefined;
}

/** Names taken out of an object by `const { a, b: c } = object`. */
export function destructuredNames(pattern) {
  if (pattern.type !== "ObjectPattern") return [];
  return pattern.properties
    .filter((property) => property.type === "Property" && !property.computed)
    .map(({ key }) => key.name ?? key.value);
}

/** Identifiers of this file that no declaration in it explains: the globals it uses, as nodes. */
export function globalReferences(sourceCode) {
  const scope = sourceCode.scopeManager.globalScope;
  const undeclared = [...scope.set.values()].filter((variable) => variable.defs.length === 0).flatMap((variable) => variable.references);
  return [...scope.through, ...undeclared].map((reference) => reference.identifier);
}
