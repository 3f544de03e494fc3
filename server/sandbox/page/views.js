import { avatar, h, icon } from "./dom.js";
import { lang, words } from "./words.js";

const time = new Intl.DateTimeFormat(lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const day = new Intl.DateTimeFormat(lang, { weekday: "long", day: "numeric", month: "long" });
const shortDay = new Intl.DateTimeFormat(lang, { day: "numeric", month: "short" });
const isToday = (date) => date.toDateString() === new Date().toDateString();
const at = (seconds) => new Date(seconds * 1000);

export function listItem(conversation, selected, href, onOpen) {
  const name = conversation.meta.sender.name || conversation.meta.sender.phone_number;
  const last = conversation.last_non_activity_message;
  const when = at(conversation.last_activity_at);
  return h(
    "a",
    { class: selected ? "item selected" : "item", href, "aria-current": selected ? "true" : null, onclick: onOpen },
    avatar(name),
    h(
      "span",
      { class: "item-body" },
      h(
        "span",
        { class: "item-top" },
        h("span", { class: "item-name", title: name }, name),
        h("time", { class: "meta" }, isToday(when) ? time.format(when) : shortDay.format(when)),
      ),
      h(
        "span",
        { class: "item-line" },
        last?.message_type === 1 ? h("span", { class: "inline-icon" }, icon(last.private ? "lock" : "reply", 14)) : null,
        h("span", { class: "item-text" }, last?.content ?? ""),
        conversation.unread_count > 0
          ? h("span", { class: "badge", "aria-label": words.unread(conversation.unread_count) }, String(conversation.unread_count))
          : null,
      ),
      h(
        "span",
        { class: "chips" },
        h("span", { class: `chip state-${conversation.status}` }, words.one[conversation.status]),
        conversation.meta.team ? h("span", { class: "chip" }, icon("users", 12), conversation.meta.team.name) : null,
        conversation.labels.map((label) => h("span", { class: "chip" }, icon("tag", 12), label)),
      ),
    ),
  );
}

/** The messages with day heads; `shown` holds what the host does not tell: header, footer and buttons of templates. */
export function messageList(messages, shown, onPress) {
  const rows = [];
  let lastDay = "";
  for (const message of messages) {
    const date = at(message.created_at);
    if (date.toDateString() !== lastDay) {
      lastDay = date.toDateString();
      rows.push(h("div", { class: "day" }, h("span", {}, isToday(date) ? words.today : day.format(date))));
    }
    rows.push(message.message_type === 2 ? activity(message, date) : bubble(message, date, messages, shown[message.id], onPress));
  }
  return rows;
}

function activity(message, date) {
  return h("div", { class: "activity" }, h("span", {}, message.content), h("time", { class: "meta" }, time.format(date)));
}

function bubble(message, date, messages, template, onPress) {
  const incoming = message.message_type === 0;
  const kind = message.private ? "private" : incoming ? "incoming" : "outgoing";
  const quoted = messages.find((other) => other.id === message.content_attributes.in_reply_to);
  const failed = message.status === "failed";
  // Buttons can be pressed only on a phone that has the message.
  const reached = !failed && message.source_id !== null;
  return h(
    "article",
    { class: `message ${kind}${failed ? " failed" : ""}`, "data-message-id": message.id },
    h(
      "div",
      { class: "bubble" },
      message.private ? h("div", { class: "note-mark" }, icon("lock", 12), words.note) : null,
      quoted ? h("blockquote", {}, quoted.content) : null,
      template?.header ? h("strong", { class: "template-header" }, template.header) : null,
      h("div", { class: "text" }, message.content ?? ""),
      template?.footer && !message.content?.trimEnd().endsWith(template.footer)
        ? h("div", { class: "template-footer" }, template.footer)
        : null,
      h(
        "div",
        { class: "foot" },
        h("span", {}, message.sender?.name ?? ""),
        h("time", {}, time.format(date)),
        incoming || message.private ? null : ticks(message),
      ),
    ),
    failed ? h("div", { class: "failure" }, message.content_attributes.external_error ?? words.ticks.failed) : null,
    reached && template?.buttons?.length
      ? h(
          "div",
          { class: "buttons" },
          template.buttons.map((button) => buttonView(button, message, onPress)),
        )
      : null,
  );
}

function buttonView(button, message, onPress) {
  if (button.kind === "link") {
    return h(
      "a",
      { class: "wa-button", href: button.url, target: "_blank", rel: "noreferrer", title: words.opensLink },
      icon("link", 14),
      button.title,
    );
  }
  const label = words.pressAsDebtor(button.title);
  return h(
    "button",
    {
      class: "wa-button",
      type: "button",
      title: label,
      "aria-label": label,
      disabled: button.kind !== "reply",
      onclick: () => onPress(message, button.title),
    },
    icon("reply", 14),
    button.title,
  );
}

/** `sent` without a source id only means that the helpdesk stored it: nobody has accepted it yet. */
function ticks(message) {
  const state = message.status === "sent" && !message.source_id ? "waiting" : message.status;
  const shape = { waiting: "clock", sent: "check", delivered: "checks", read: "checks", failed: "alert" }[state];
  return h("span", { class: `ticks ${state}`, role: "img", "aria-label": words.ticks[state], title: words.ticks[state] }, icon(shape, 14));
}

export function contactPanel(conversation) {
  const { sender, assignee, team } = conversation.meta;
  const row = (label, value) => [h("dt", {}, label), h("dd", {}, value)];
  const attributes = { ...sender.custom_attributes, ...conversation.custom_attributes };
  return [
    h("div", { class: "contact-head" }, avatar(sender.name || "?"), h("h2", {}, sender.name || sender.phone_number)),
    h(
      "dl",
      {},
      row(words.channel, sender.phone_number ?? "–"),
      sender.identifier ? row(words.identifier, sender.identifier) : [],
      sender.blocked ? row(words.status, words.blocked) : [],
      row(words.assignee, assignee?.name ?? words.nobody),
      row(words.team, team?.name ?? words.nobody),
      conversation.priority ? row(words.priority, conversation.priority) : [],
      row(
        words.labels,
        conversation.labels.length
          ? h(
              "span",
              { class: "chips" },
              conversation.labels.map((label) => h("span", { class: "chip" }, icon("tag", 12), label)),
            )
          : "–",
      ),
    ),
    Object.keys(attributes).length
      ? [
          h("h3", {}, words.attributes),
          h(
            "dl",
            {},
            Object.entries(attributes).map(([key, value]) => row(key, String(value))),
          ),
        ]
      : [],
  ].flat();
}
