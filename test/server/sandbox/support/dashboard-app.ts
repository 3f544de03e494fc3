import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Counts the contexts it is told and shows the last; asks once for a second one, as an app does when it wants fresh data. */
const PAGE = `<!doctype html><b id="contexts">0</b><pre id="last"></pre><script>
  let count = 0;
  addEventListener("message", (event) => {
    const { event: name, data } = JSON.parse(event.data);
    document.getElementById("last").textContent = JSON.stringify({ type: typeof event.data, event: name, keys: Object.keys(data),
      conversationId: data.conversation.id, currentAgent: data.currentAgent });
    document.getElementById("contexts").textContent = String(++count);
    if (count === 1) parent.postMessage("chatwoot-dashboard-app:fetch-info", "*");
  });
</script>`;

/** A stand-in for the app behind a tab, on another origin than the helpdesk. */
export async function dashboardApp(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((_request, response) => response.setHeader("content-type", "text/html").end(PAGE));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
