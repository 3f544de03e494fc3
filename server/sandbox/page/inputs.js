import { h, icon } from "./dom.js";
import { api, byId, state } from "./store.js";
import { words } from "./words.js";

let mode = "reply";

/** The agent's side: a reply or a note, with the token of the person chosen in the switcher. */
export function renderComposer() {
  const isNote = mode === "note";
  const label = isNote ? words.noteForTeam : words.replyAs(state.user.name);
  const input = h("textarea", { rows: 2, placeholder: label, "aria-label": label, onkeydown: submitOnEnter });
  const onsubmit = async (event) => {
    event.preventDefault();
    const content = take(input);
    if (content) await api("POST", `conversations/${state.displayId}/messages`, { content, private: isNote });
  };
  byId("composer").className = isNote ? "composer note" : "composer";
  byId("composer").classList.toggle("window-open", state.conversation.can_reply);
  byId("composer").replaceChildren(
    h("div", { class: "modes" }, modeTab("reply", words.reply), modeTab("note", words.note)),
    h("p", { class: "window-closed" }, icon("alert", 14), words.windowClosed),
    h("form", { onsubmit }, input, h("button", { type: "submit", class: "primary" }, isNote ? words.addNote : words.send)),
  );
}

function modeTab(key, text) {
  const onclick = () => {
    mode = key;
    renderComposer();
  };
  return h("button", { type: "button", class: mode === key ? "tab active" : "tab", "aria-pressed": String(mode === key), onclick }, text);
}

/** The other end: what is typed here comes from the debtor's own number. */
export function renderPhone(asDebtor) {
  const { sender } = state.conversation.meta;
  const label = words.writeAsDebtor(sender.name || sender.phone_number);
  const input = h("input", { placeholder: label, "aria-label": label, autocomplete: "off" });
  const onsubmit = async (event) => {
    event.preventDefault();
    const text = take(input);
    if (text) await asDebtor("inbound", { conversationId: state.displayId, text });
  };
  byId("phone").replaceChildren(
    h("span", { class: "phone-mark" }, icon("phone"), h("span", {}, words.debtorPhone)),
    h("form", { onsubmit }, input, h("button", { type: "submit", "aria-label": `${words.send}: ${label}` }, icon("send"))),
  );
}

function take(input) {
  const text = input.value.trim();
  input.value = "";
  return text;
}

function submitOnEnter(event) {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  event.target.form.requestSubmit();
}
