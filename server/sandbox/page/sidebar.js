import { avatar, h, icon } from "./dom.js";
import { peopleDialog } from "./people.js";
import { actions, api, byId, state } from "./store.js";
import { chooseTheme, theme } from "./theme.js";
import { words } from "./words.js";

let accounts = [];

export function startSidebar(known) {
  accounts = known;
  render();
}

function render() {
  byId("sidebar").replaceChildren(
    h("div", { class: "brand" }, h("span", { class: "logo", "aria-hidden": "true" }, icon("chat")), accountPicker()),
    h("p", { class: "sandbox-mark" }, words.sandbox),
    h(
      "nav",
      { "aria-label": words.conversations },
      link(words.conversations, "chat", !state.filter.team && !state.filter.label, {}),
      h("div", { id: "nav-extra" }),
    ),
    h("div", { class: "sidebar-foot" }, themePicker(), me()),
  );
  void fillNavigation();
}

async function fillNavigation() {
  const [teams, labels] = await Promise.all([api("GET", "teams"), api("GET", "labels")]);
  byId("nav-extra").replaceChildren(
    ...(teams.length > 0 ? [h("h3", {}, words.teams)] : []),
    ...teams.map((team) => link(team.name, "users", state.filter.team === team.id, { team: team.id })),
    ...(labels.payload.length > 0 ? [h("h3", {}, words.labels)] : []),
    ...labels.payload.map((label) => link(label.title, "tag", state.filter.label === label.title, { label: label.title })),
  );
}

function link(text, glyph, active, filter) {
  const onclick = async () => {
    Object.assign(state.filter, { team: null, label: null }, filter);
    document.body.dataset.view = "list";
    render();
    await actions.refreshList();
  };
  return h("button", { type: "button", class: active ? "nav active" : "nav", "aria-pressed": String(active), onclick }, icon(glyph), text);
}

function accountPicker() {
  const onchange = (event) => {
    location.href = `/app/accounts/${event.target.value}/conversations${location.search}`;
  };
  return h(
    "select",
    { "aria-label": words.account, onchange },
    accounts.map((item) => h("option", { value: item.id, selected: item.id === state.account.id }, item.name)),
  );
}

function themePicker() {
  return h(
    "select",
    { "aria-label": words.theme, onchange: (event) => chooseTheme(event.target.value) },
    Object.entries(words.themes).map(([key, name]) => h("option", { value: key, selected: key === theme() }, name)),
  );
}

function me() {
  const choose = (user) => {
    sessionStorage.setItem(`user-${state.account.id}`, user.id);
    location.reload();
  };
  const { user } = state;
  return h(
    "button",
    {
      type: "button",
      class: "me",
      "aria-haspopup": "dialog",
      title: words.people,
      onclick: () => peopleDialog(byId("dialog"), state.account, user, choose),
    },
    avatar(user.name, true),
    h("span", { class: "me-name" }, h("b", {}, user.name), h("span", { class: "meta" }, words.notes[user.note] ?? words.role[user.role])),
  );
}
