import { DEMO_ACCOUNT } from "../../../server/demo/demo-installation.js";
import type { Sandbox } from "../../../server/sandbox/index.js";

/** Another WhatsApp number of the same account, which Saldo does not write from. @returns its id */
export function otherInbox({ world }: Sandbox): number {
  const first = world.inboxes.must(1);
  const id = world.inboxes.nextId();
  world.inboxes.insert({ ...first, id, accountId: DEMO_ACCOUNT, channelId: id, name: "Ventas WhatsApp", phoneNumber: "+576015550199" });
  return id;
}
