import { door } from "./api.js";
import { h, icon, toast } from "./dom.js";
import { inboundDialog } from "./people.js";
import { actions, byId, state } from "./store.js";
import { listItem } from "./views.js";
import { STATUSES, words } from "./words.js";

export function renderList() {
  const { conversations, displayId, account } = state;
  const items = conversations.map((conversation) => {
    const onOpen = (event) => {
      event.preventDefault();
      void actions.open(conversation.id);
    };
    const href = `/app/accounts/${account.id}/conversations/${conversation.id}${location.search}`;
    return h("li", {}, listItem(conversation, conversation.id === displayId, href, onOpen));
  });
  const scroll = byId("list").querySelector("ul")?.scrollTop ?? 0;
  byId("list").replaceChildren(
    h("header", {}, h("h1", {}, words.conversations), statusFilter(), newButton()),
    h("div", { class: "tabs" }, [assigneeTab("me", "mine"), assigneeTab("unassigned", "unassigned"), assigneeTab("all", "all")]),
    items.length > 0
      ? h("ul", { class: "items" }, items, moreButton())
      : h("div", { class: "empty" }, icon("chat", 24), h("b", {}, words.none), h("p", {}, words.noneHint)),
  );
  const list = byId("list").querySelector("ul");
  if (list) list.scrollTop = scroll;
}

function moreButton() {
  const total = { me: state.counts.mine_count, unassigned: state.counts.unassigned_count, all: state.counts.all_count }[
    state.filter.assignee
  ];
  if (state.conversations.length >= total) return null;
  const onclick = async () => {
    state.pages++;
    await actions.refreshList();
  };
  return h("li", {}, h("button", { type: "button", class: "more", onclick }, words.more));
}

function statusFilter() {
  const onchange = async (event) => {
    state.filter.status = event.target.value;
    await actions.refreshList();
  };
  const options = ["all", ...STATUSES].map((name) =>
    h("option", { value: name, selected: name === state.filter.status }, name === "all" ? words.anyStatus : words[name]),
  );
  return h("select", { "aria-label": words.status, onchange }, options);
}

function assigneeTab(key, name) {
  const active = state.filter.assignee === key;
  const onclick = async () => {
    state.filter.assignee = key;
    await actions.refreshList();
  };
  const count = state.counts[`${name}_count`] ?? 0;
  return h(
    "button",
    { type: "button", class: active ? "tab active" : "tab", "aria-pressed": String(active), onclick },
    words[name],
    h("span", { class: "count" }, String(count)),
  );
}

function newButton() {
  const send = async (fields) => {
    const { message } = await door("POST", "inbound", { accountId: state.account.id, ...fields });
    if (message) await actions.open(message.conversation_id);
    else toast(words.dropped, true);
  };
  const onclick = () => inboundDialog(byId("dialog"), send);
  return h("button", { type: "button", class: "ghost", title: words.newInbound, "aria-label": words.newInbound, onclick }, icon("plus"));
}
