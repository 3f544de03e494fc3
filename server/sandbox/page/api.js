import { words } from "./words.js";
import { toast } from "./dom.js";

/** The page talks to the helpdesk as any program would: its REST API with the token of the person chosen in the switcher. */
export function hostApi(accountId, user) {
  return async (method, path, body) => call(method, `/api/v1/accounts/${accountId}/${path}`, body, { api_access_token: user.access_token });
}

/** The sandbox's own door: the debtor's side, and what the helpdesk does not tell. */
export const door = (method, path, body) => call(method, `/sandbox/api/${path}`, body, {});

async function call(method, url, body, headers) {
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const parsed = parse(text);
  if (response.ok) return parsed;
  toast(words.refused(parsed?.error ?? parsed?.message ?? `${response.status}`), true);
  throw new Error(`${method} ${url}: ${response.status}`);
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
