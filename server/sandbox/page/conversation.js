import { door } from "./api.js";
import { avatar, h, icon, toast } from "./dom.js";
import { Frames } from "./frame.js";
import { renderComposer, renderPhone } from "./inputs.js";
import { actions, api, byId, state } from "./store.js";
import { contactPanel, messageList } from "./views.js";
import { STATUSES, words } from "./words.js";

const NEAR_THE_END = 80;
let tab = "messages";
const frames = new Frames(() => ({
  conversation: { ...state.conversation, messages: state.messages },
  contact: state.conversation?.meta.sender ?? {},
  currentAgent: { id: state.user.id, name: state.user.name, email: state.user.email },
}));

/** Another conversation begins on its messages, and its frames are made anew. */
export function leaveConversation() {
  frames.clear();
  tab = "messages";
}

export function renderConversation() {
  if (!state.conversation) {
    byId("conversation").replaceChildren(
      h("div", { class: "empty" }, icon("chat", 32), h("b", {}, words.choose), h("p", {}, words.chooseHint)),
    );
    return;
  }
  byId("conversation").replaceChildren(
    h("header", { id: "head" }),
    h("div", { id: "tabs", class: "tabs" }),
    h("div", { id: "thread", class: "thread", tabindex: "0", "aria-label": words.messages, role: "region" }),
    h("div", { id: "composer", class: "composer" }),
    h("div", { id: "phone", class: "phone" }),
    h("div", { id: "frames", class: "frames" }),
  );
  renderComposer();
  renderPhone(asDebtor);
  updateConversation(true);
}

/** What changes while a conversation is open; inputs and frames stay as they are. */
export function updateConversation(toEnd = false) {
  const { conversation } = state;
  renderHead(conversation);
  renderTabs();
  const thread = byId("thread");
  const atEnd = toEnd || thread.scrollHeight - thread.scrollTop - thread.clientHeight < NEAR_THE_END;
  thread.replaceChildren(
    ...messageList(state.messages, state.shown, (message, title) => asDebtor("press", { messageId: message.id, title })),
  );
  if (atEnd) thread.scrollTop = thread.scrollHeight;
  byId("composer").classList.toggle("window-open", conversation.can_reply);
  byId("contact").replaceChildren(...contactPanel(conversation));
}

function renderHead(conversation) {
  const { sender } = conversation.meta;
  const name = sender.name || sender.phone_number;
  const back = () => {
    document.body.dataset.view = "list";
  };
  const onchange = (event) => void api("POST", `conversations/${conversation.id}/toggle_status`, { status: event.target.value });
  byId("head").replaceChildren(
    h("button", { type: "button", class: "ghost back", "aria-label": words.back, onclick: back }, icon("back")),
    avatar(name),
    h(
      "div",
      { class: "head-name" },
      h("h1", { title: name }, name),
      h("span", { class: "meta" }, `#${conversation.id} · ${sender.phone_number ?? ""}`),
    ),
    h(
      "span",
      { class: "chips" },
      conversation.labels.map((label) => h("span", { class: "chip" }, icon("tag", 12), label)),
    ),
    h(
      "select",
      { "aria-label": words.status, onchange },
      STATUSES.map((status) => h("option", { value: status, selected: status === conversation.status }, words.one[status])),
    ),
  );
}

function renderTabs() {
  const button = (key, text) => {
    const onclick = () => {
      tab = key;
      renderTabs();
    };
    return h("button", { type: "button", class: tab === key ? "tab active" : "tab", "aria-pressed": String(tab === key), onclick }, text);
  };
  byId("tabs").replaceChildren(button("messages", words.messages), ...state.apps.map((app) => button(`app-${app.id}`, app.title)));
  byId("tabs").hidden = state.apps.length === 0;
  const app = state.apps.find((item) => `app-${item.id}` === tab) ?? null;
  for (const id of ["thread", "composer", "phone"]) byId(id).hidden = app !== null;
  byId("frames").hidden = app === null;
  frames.show(byId("frames"), state.conversation.uuid, app);
}

/** A reply to a resolved conversation lands in a new one: follow it, or the debtor's words would be missed. */
async function asDebtor(path, body) {
  const { message } = await door("POST", path, { accountId: state.account.id, ...body });
  if (!message) toast(words.dropped, true);
  else if (message.conversation_id !== state.displayId) await actions.open(message.conversation_id);
}
