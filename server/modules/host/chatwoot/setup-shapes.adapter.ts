import { z } from "zod";
import { anyReadable, eachReadable, orNull } from "./readable.adapter.js";
import { id } from "./shapes.adapter.js";

/** What Saldo reads of Chatwoot's settings: people, inboxes, and what it has made there itself. */

/** A word for a role that Saldo does not know gives no more than an agent may. */
const HostRole = z.enum(["administrator", "agent"]).catch("agent");
const Name = z.string().catch("");

export const Profile = z.looseObject({
  id,
  name: Name,
  accounts: eachReadable(z.looseObject({ id, role: HostRole, status: orNull(z.string()) })),
});
export const Agents = eachReadable(
  z.looseObject({ id, name: orNull(z.string()), available_name: orNull(z.string()), email: orNull(z.string()), role: HostRole }),
);
export const AccountShape = z.looseObject({ name: Name });

const TemplateComponent = z.looseObject({
  type: z.string(),
  format: z.string().optional().catch(undefined),
  text: z.string().optional().catch(undefined),
  buttons: z
    .array(z.looseObject({ type: z.string(), text: z.string().optional().catch(undefined) }))
    .optional()
    .catch(undefined),
});
const Template = z.looseObject({
  name: z.string(),
  language: z.string(),
  status: z.string().catch(""),
  category: z.string().catch(""),
  components: z.array(TemplateComponent).catch([]),
});
export const Inboxes = z.object({
  payload: eachReadable(
    z.looseObject({
      id,
      name: Name,
      channel_type: Name,
      phone_number: orNull(z.string()),
      message_templates: anyReadable(Template),
    }),
  ),
});

/** What an inbox says of itself. */
export const InboxFacts = z.looseObject({ channel_type: z.string(), reauthorization_required: orNull(z.boolean()) });
export type InboxFacts = z.output<typeof InboxFacts>;

const Webhook = z.looseObject({ id, url: z.string(), subscriptions: anyReadable(z.string()), secret: orNull(z.string()) });
export const Webhooks = z.object({ payload: z.object({ webhooks: eachReadable(Webhook) }) });
/** Of the answer to our own request: we know what we asked for. */
export const OneWebhook = z.object({ payload: z.object({ webhook: z.looseObject({ id, secret: orNull(z.string()) }) }) });

export const DashboardApps = eachReadable(z.looseObject({ id, content: anyReadable(z.looseObject({ url: orNull(z.string()) })) }));
export const TeamMembers = eachReadable(z.looseObject({ id }));
export const Teams = eachReadable(z.looseObject({ id, name: z.string() }));
export const LabelTitles = z.object({ payload: eachReadable(z.looseObject({ id, title: z.string() })) });
/** Something that was made just now. */
export const Made = z.looseObject({ id });

const Bot = z.looseObject({ id, outgoing_url: orNull(z.string()), access_token: orNull(z.string()) });
export const MadeBot = Bot;
export const Bots = eachReadable(z.looseObject({ ...Bot.shape, name: z.string() }));
