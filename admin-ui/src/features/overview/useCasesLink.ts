import { type RouteLocationRaw, useRoute, useRouter } from "vue-router";

/** Parts of the address that say which period, of what, and as of when. */
const PERIOD = ["period", "from", "to", "asOf", "where"] as const;

/** Where the cases behind a figure stand, for the period and instant that are looked at. */
export function useCasesLink() {
  const route = useRoute();
  const router = useRouter();
  /** @param more which part of the figure @returns `otherwise` in a panel without the page of cases */
  return (figure: string, more: Readonly<Record<string, string | undefined>>, otherwise: RouteLocationRaw): RouteLocationRaw => {
    if (!router.hasRoute("cases")) return otherwise;
    const parts = { ...Object.fromEntries(PERIOD.map((part) => [part, route.query[part]])), ...more };
    const query = Object.fromEntries(Object.entries(parts).filter(([, value]) => typeof value === "string" && value !== ""));
    return { name: "cases", params: { accountId: route.params["accountId"], figure }, query };
  };
}
