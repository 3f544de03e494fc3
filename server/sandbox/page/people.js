import { avatar, h, icon, toast } from "./dom.js";
import { words } from "./words.js";

/** Who the page acts as, with the token that signs the same person in to Saldo. */
export function peopleDialog(dialog, account, current, onChoose) {
  dialog.className = "people";
  dialog.setAttribute("aria-label", words.people);
  dialog.replaceChildren(
    h("h2", {}, words.people),
    h(
      "ul",
      {},
      account.users.map((user) =>
        h(
          "li",
          { class: user.id === current.id ? "current" : null },
          h(
            "button",
            {
              type: "button",
              class: "person",
              "aria-pressed": String(user.id === current.id),
              onclick: () => {
                dialog.close();
                onChoose(user);
              },
            },
            avatar(user.name),
            h("span", {}, h("b", {}, user.name), h("span", { class: "meta" }, words.notes[user.note] ?? words.role[user.role])),
          ),
          h(
            "div",
            { class: "token" },
            h("code", { "aria-label": words.token }, user.access_token),
            h(
              "button",
              {
                type: "button",
                class: "ghost",
                title: words.copyToken,
                "aria-label": `${words.copyToken}: ${user.name}`,
                onclick: () => copy(user),
              },
              icon("copy"),
            ),
          ),
        ),
      ),
    ),
  );
  dialog.showModal();
}

/** A message from somebody the helpdesk may not know yet. */
export function inboundDialog(dialog, onSend) {
  dialog.className = "inbound";
  dialog.setAttribute("aria-label", words.newInbound);
  const field = (label, props) => h("label", {}, label, h("input", props));
  dialog.replaceChildren(
    h(
      "form",
      {
        onsubmit: (event) => {
          event.preventDefault();
          dialog.close();
          onSend(Object.fromEntries(new FormData(event.target)));
        },
      },
      h("h2", {}, words.newInbound),
      field(words.phone, { name: "phone", required: true, type: "tel", value: "+573005550123", pattern: "\\+[1-9][0-9]{7,14}" }),
      field(words.name, { name: "profileName", required: true, value: "Ana Torres" }),
      field(words.text, { name: "text", required: true }),
      h(
        "div",
        { class: "actions" },
        h("button", { type: "button", class: "ghost", onclick: () => dialog.close() }, words.cancel),
        h("button", { type: "submit", class: "primary" }, words.send),
      ),
    ),
  );
  dialog.showModal();
}

async function copy(user) {
  await navigator.clipboard.writeText(user.access_token);
  toast(words.copied);
}
