import { door } from "./api.js";
import { leaveConversation, renderConversation, updateConversation } from "./conversation.js";
import { renderList } from "./list.js";
import { startSidebar } from "./sidebar.js";
import { actions, api, byId, state } from "./store.js";
import { applyTheme } from "./theme.js";
import { lang, words } from "./words.js";

/** Events come in bursts; one redraw is enough for each. */
const SETTLE = 60;
/** The host pages by 20 unless both ends are given. */
const EVERYTHING = "after=0&before=2000000000";

Object.assign(actions, { open, refreshList });
applyTheme();
document.documentElement.lang = lang;
document.title = words.title;
byId("sidebar").setAttribute("aria-label", words.account);
byId("contact").setAttribute("aria-label", words.contact);
await start();

async function start() {
  const { accounts } = await door("GET", "state");
  const [, wanted, displayId] = /^\/app\/accounts\/(\d+)\/conversations(?:\/(\d+))?/u.exec(location.pathname) ?? [];
  state.account = accounts.find((account) => account.id === Number(wanted)) ?? accounts[0];
  const remembered = Number(sessionStorage.getItem(`user-${state.account.id}`));
  state.user = state.account.users.find((user) => user.id === remembered) ?? state.account.users[0];
  startSidebar(accounts);
  await refreshList();
  if (displayId) await openOrExplain(Number(displayId));
  else renderConversation();
  listen();
}

/** Anything that happens in this account redraws the list, and the open conversation when it happened there. */
function listen() {
  let timer;
  const touched = new Set();
  const redraw = async () => {
    const here = touched.has(state.displayId) || touched.has(null);
    touched.clear();
    if (here && state.displayId) await refreshConversation();
    await refreshList();
  };
  new EventSource("/sandbox/api/live").addEventListener("message", (event) => {
    const { account, conversation } = JSON.parse(event.data);
    if (account !== state.account.id) return;
    touched.add(conversation);
    clearTimeout(timer);
    timer = setTimeout(() => void redraw(), SETTLE);
  });
}

async function refreshList() {
  const { filter } = state;
  const query = new URLSearchParams({ status: filter.status, assignee_type: filter.assignee });
  if (filter.team) query.set("team_id", filter.team);
  if (filter.label) query.append("labels[]", filter.label);
  const pages = await Promise.all(
    Array.from({ length: state.pages }, (_, index) => api("GET", `conversations?${query}&page=${index + 1}`)),
  );
  Object.assign(state, { conversations: pages.flatMap(({ data }) => data.payload), counts: pages[0].data.meta });
  renderList();
}

/** A link to a conversation that is gone, or out of this person's sight: the toast has said so, the list remains. */
async function openOrExplain(displayId) {
  try {
    await open(displayId);
  } catch {
    state.displayId = null;
    document.body.dataset.view = "list";
    renderConversation();
    renderList();
  }
}

async function open(displayId) {
  if (displayId !== state.displayId) leaveConversation();
  state.displayId = displayId;
  document.body.dataset.view = "conversation";
  history.replaceState(null, "", `/app/accounts/${state.account.id}/conversations/${displayId}${location.search}`);
  state.apps = await api("GET", "dashboard_apps");
  await refreshConversation(true);
  await refreshList();
}

async function refreshConversation(fresh = false) {
  const id = state.displayId;
  const [conversation, { payload }, shown] = await Promise.all([
    api("GET", `conversations/${id}`),
    api("GET", `conversations/${id}/messages?${EVERYTHING}`),
    door("GET", `templates-shown?accountId=${state.account.id}&conversationId=${id}`),
  ]);
  if (id !== state.displayId) return;
  if (conversation.unread_count > 0) await api("POST", `conversations/${id}/update_last_seen`, {});
  Object.assign(state, { conversation, messages: payload, shown });
  if (fresh) renderConversation();
  else updateConversation();
}
