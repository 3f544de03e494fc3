import { lookup } from "node:dns/promises";
import type { LookupFunction } from "node:net";
import { callbackify } from "node:util";
import { buildConnector } from "undici";
import type { AddressRules } from "./address-rules.js";
import { OutboundError } from "./outbound-error.js";

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

export const systemResolve: Resolve = (hostname) => lookup(hostname, { all: true });

/**
 * Opens sockets for undici to permitted addresses only. The address that was checked is the one that is connected to:
 * a name that changes its answer between check and use (DNS rebinding) gains nothing.
 */
export function guardedConnector(rules: AddressRules, resolve: Resolve, timeoutMs: number): buildConnector.connector {
  const connectors = {
    "https:": buildConnector({ timeout: timeoutMs, lookup: permitted(rules, resolve, true) }),
    "http:": buildConnector({ timeout: timeoutMs, lookup: permitted(rules, resolve, false) }),
  };
  return (options, callback) => {
    const secure = options.protocol === "https:";
    try {
      rules.checkLiteral(options.hostname, secure);
    } catch (error) {
      callback(error as OutboundError, null);
      return;
    }
    connectors[secure ? "https:" : "http:"](options, (...[error, socket]) => {
      if (error) {
        callback(error, null);
      } else if (rules.permits(socket.remoteAddress ?? "", secure)) {
        callback(null, socket);
      } else {
        socket.destroy();
        callback(new OutboundError("refused", false), null);
      }
    });
  };
}

function permitted(rules: AddressRules, resolve: Resolve, secure: boolean): LookupFunction {
  const usable = callbackify(async (hostname: string) => (await resolve(hostname)).filter(({ address }) => rules.permits(address, secure)));
  return (hostname, options, callback) => {
    usable(hostname, (error: NodeJS.ErrnoException | null, addresses) => {
      const [first] = addresses ?? [];
      if (error) callback(error, "", 0);
      else if (!first) callback(new OutboundError("refused", false), "", 0);
      else if (options.all) callback(null, [...addresses]);
      else callback(null, first.address, first.family);
    });
  };
}
