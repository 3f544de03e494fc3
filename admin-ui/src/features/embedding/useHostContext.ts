import { onScopeDispose, ref, type Ref } from "vue";
import { FETCH_INFO, type HostContext, isFromHost, readContext } from "./hostContext";

/**
 * Asks the framing helpdesk which conversation is open. The request goes to `*`, as the host's protocol has it, and carries
 * nothing; answers count only from the parent window under the host's origin.
 */
export function useHostContext(hostOrigin: string): { context: Ref<HostContext | undefined>; ask: () => void } {
  const context = ref<HostContext | undefined>();

  function receive(event: MessageEvent): void {
    if (!isFromHost(event, hostOrigin, window.parent)) return;
    const next = readContext(event.data);
    if (next && next.conversationId !== context.value?.conversationId) context.value = next;
  }

  const ask = () => window.parent.postMessage(FETCH_INFO, "*");
  window.addEventListener("message", receive);
  onScopeDispose(() => window.removeEventListener("message", receive));
  ask();
  return { context, ask };
}
