// A module cycle behind `forwardRef` starts in an order nobody chose, and one request-scoped provider makes everything above it
// request-scoped and breaks jobs. Both hide a missing reader or a missing journal event.
import { globalName, propertyName } from "./syntax.mjs";

export const noHiddenCoupling = {
  meta: { type: "problem", schema: [] },
  create(context) {
    return {
      ImportSpecifier(node) {
        if (node.imported.name === "forwardRef") {
          context.report({
            node,
            message: "`forwardRef` hides a cycle. Let one side read through a narrow reader, or listen to the journal.",
          });
        }
      },
      MemberExpression(node) {
        const scope = propertyName(node);
        if (globalName(node.object) === "Scope" && (scope === "REQUEST" || scope === "TRANSIENT")) {
          context.report({
            node,
            message: `\`Scope.${scope}\` is not used here: every provider is a singleton, the actor is an argument.`,
          });
        }
      },
    };
  },
};
