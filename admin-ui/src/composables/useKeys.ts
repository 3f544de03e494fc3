import { onBeforeUnmount, onMounted } from "vue";

/** Where keys are letters and not commands. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]") !== null
  );
}

/** Over a page with an open dialog or menu its keys rest. */
function isCovered(): boolean {
  return document.querySelector("[role=dialog], [role=menu]") !== null;
}

/** Single keys of the page: not while somebody types, not under a dialog, and never with a modifier, which is the browser's. */
export function useKeys(press: (key: string, event: KeyboardEvent) => boolean): void {
  const listen = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isCovered()) return;
    if (press(event.key.length === 1 ? event.key.toLowerCase() : event.key, event)) event.preventDefault();
  };
  onMounted(() => addEventListener("keydown", listen));
  onBeforeUnmount(() => removeEventListener("keydown", listen));
}
