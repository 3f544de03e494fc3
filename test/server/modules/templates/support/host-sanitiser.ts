import type { TemplateParams } from "../../../../../server/modules/templates/domain/bind-parameters.js";

/** What Chatwoot 4.16 does to the values of `processed_params.body`: strip, cut, drop blanks, keep key order. Written from its contract. */
export function throughHost(params: TemplateParams): readonly string[] {
  const wire = JSON.parse(JSON.stringify(params.processed_params?.body ?? {})) as Record<string, string>;
  return Object.values(wire)
    .map((value) =>
      Array.from(value.trim().replace(/[<>"']/g, ""))
        .slice(0, 1_000)
        .join(""),
    )
    .filter((value) => value !== "");
}
