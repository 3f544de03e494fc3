import { createRouter, createWebHistory, type RouteLocationNormalized } from "vue-router";
import { ApiError } from "@/api/error";
import { queryClient, whenSignedOut } from "@/api/query";
import { meQuery } from "@/composables/useMe";
import { homeOf } from "@/features/shell/pages";
import { openAfresh, openedWell } from "@/composables/freshPage";

declare module "vue-router" {
  interface RouteMeta {
    /** Needs a signed-in person of the account in the address. */
    guarded?: boolean;
  }
}

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: "/", name: "start", component: () => import("@/features/session/StartPage.vue") },
    { path: "/a/:accountId/sign-in", name: "sign-in", component: () => import("@/features/session/SignInPage.vue") },
    { path: "/a/:accountId/tab", name: "tab", component: () => import("@/features/embedding/TabPage.vue") },
    {
      path: "/a/:accountId",
      component: () => import("@/features/shell/AppShell.vue"),
      meta: { guarded: true },
      children: [
        { path: "", name: "home", component: () => import("@/features/today/TodayPage.vue"), beforeEnter: homeward },
        { path: "overview", name: "overview", component: () => import("@/features/overview/OverviewPage.vue") },
        { path: "today", name: "today", component: () => import("@/features/today/TodayPage.vue") },
        { path: "cases", name: "queue", component: () => import("@/features/cases/QueuePage.vue") },
        { path: "cases/:caseId", name: "case", component: () => import("@/features/cases/CasePage.vue") },
        { path: "debtors", name: "debtors", component: () => import("@/features/portfolio/DebtorsPage.vue") },
        { path: "debtors/:debtorId", name: "debtor", component: () => import("@/features/portfolio/DebtorPage.vue") },
        { path: "segments", name: "segments", component: () => import("@/features/segmentation/SegmentsPage.vue") },
        { path: "segments/:segmentId", name: "segment", component: () => import("@/features/segmentation/SegmentPage.vue") },
        { path: "cadences", name: "cadences", component: () => import("@/features/cadences/list/CadencesPage.vue") },
        { path: "cadences/:cadenceId", name: "cadence", component: () => import("@/features/cadences/CadencePage.vue") },
        { path: "imports", name: "imports", component: () => import("@/features/imports/ImportsPage.vue") },
        { path: "numbers", name: "numbers", component: () => import("@/features/numbers/NumbersPage.vue") },
        { path: "costs", name: "costs", component: () => import("@/features/costs/CostsPage.vue") },
        { path: "alerts", name: "alerts", component: () => import("@/features/alerts/AlertsPage.vue") },
        { path: "payments", name: "payments", component: () => import("@/features/payments/PaymentsPage.vue") },
        { path: "templates", name: "templates", component: () => import("@/features/templates/TemplatesPage.vue") },
        { path: "compliance", name: "compliance", component: () => import("@/features/journal/CompliancePage.vue") },
        {
          path: "definitions/:figure?",
          name: "definitions",
          component: () => import("@/features/metrics/DefinitionsPage.vue"),
        },
        { path: "reports", name: "reports", component: () => import("@/features/reports/ReportsPage.vue") },
        { path: "figures/:figure/cases", name: "cases", component: () => import("@/features/metrics/CasesPage.vue") },
        { path: "settings", name: "settings", component: () => import("@/features/accounts/SettingsPage.vue") },
      ],
    },
    {
      path: "/a/:accountId/widget/:widget",
      name: "widget",
      component: () => import("@/features/overview/WidgetPage.vue"),
      meta: { guarded: true },
    },
    { path: "/:rest(.*)*", name: "missing", component: () => import("@/features/session/MissingPage.vue") },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});

/** To the page that is the role's own; without an answer who is here, to the work of the day. */
async function homeward(to: RouteLocationNormalized) {
  const me = await queryClient.fetchQuery(meQuery).catch(() => undefined);
  return { name: homeOf(me?.role), params: to.params, replace: true };
}

/** Signed out, or signed in to another account: to the sign-in page, and back here afterwards. */
async function admit(to: RouteLocationNormalized) {
  if (!to.meta.guarded) return true;
  const signIn = { name: "sign-in", params: { accountId: to.params["accountId"] }, query: { next: to.fullPath } };
  try {
    const me = await queryClient.fetchQuery(meQuery);
    return me.account.id === to.params["accountId"] ? true : signIn;
  } catch (error) {
    // Without an answer the page opens and says itself what is wrong.
    return error instanceof ApiError && error.status === 401 ? signIn : true;
  }
}

router.beforeEach(admit);

whenSignedOut(() => {
  const { meta, params, fullPath } = router.currentRoute.value;
  queryClient.removeQueries({ queryKey: ["me"] });
  if (meta.guarded)
    void router.replace({ name: "sign-in", params: { accountId: params["accountId"] }, query: { next: fullPath, ended: "1" } });
});

let partMissing = false;
window.addEventListener("vite:preloadError", () => (partMissing = true));
router.onError((_, to) => {
  if (partMissing) openAfresh(to.fullPath);
});
router.afterEach(openedWell);
