import { hostApi } from "./api.js";

/** What the page shows. `actions` are filled in by app.js, so that the parts need not know each other. */
export const state = {
  account: null,
  user: null,
  displayId: null,
  conversations: [],
  counts: {},
  /** How many pages of the list are shown. */
  pages: 1,
  conversation: null,
  messages: [],
  shown: {},
  apps: [],
  filter: { status: "all", assignee: "all", team: null, label: null },
};

export const actions = { open: null, refreshList: null };

export const api = (method, path, body) => hostApi(state.account.id, state.user)(method, path, body);

export const byId = (id) => document.getElementById(id);
