import ipaddr from "ipaddr.js";
import { OutboundError } from "./outbound-error.js";

type Range = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Addresses the internet routes to single hosts; everything else in IPv6 is special, private, or carries an IPv4 address in disguise. */
const GLOBAL_UNICAST: Range = ipaddr.parseCIDR("2000::/3");

/**
 * Where the server may connect to when someone else names the host (SSRF guard). Public unicast addresses over TLS; besides them only
 * the ranges the operator allowed; in clear only an allowed loopback address, because tokens travel in these requests.
 * Decisions are made on resolved addresses, never on names or spellings: `localhost.`, `0x7f.1` and `2130706433` are all 127.0.0.1 by then.
 */
export class AddressRules {
  private readonly allowed: readonly Range[];

  /** @throws Error naming the entry that is neither an address nor a CIDR */
  constructor(allowedPrivate: readonly string[]) {
    this.allowed = allowedPrivate.map((entry) => {
      if (ipaddr.isValidCIDR(entry)) return ipaddr.parseCIDR(entry);
      if (!ipaddr.isValid(entry)) throw new Error(`SALDO_ALLOW_PRIVATE_HOSTS: "${entry}" is not a CIDR such as 10.0.0.0/8`);
      const address = ipaddr.parse(entry);
      return [address, address.kind() === "ipv4" ? 32 : 128];
    });
  }

  permits(address: string, secure: boolean): boolean {
    if (!ipaddr.isValid(address)) return false;
    const ip = ipaddr.parse(address);
    const allowed = this.allowed.some((range) => contains(range, ip));
    if (!secure) return allowed && ip.range() === "loopback";
    if (allowed) return true;
    return ip.range() === "unicast" && (ip.kind() === "ipv4" || contains(GLOBAL_UNICAST, ip));
  }

  /** Checks what can be told without a name look-up; the connector checks the addresses. @throws OutboundError `refused` */
  check(address: string): URL {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (!url || !/^https?:$/.test(url.protocol) || url.hostname === "" || url.username !== "" || url.password !== "") {
      throw new OutboundError("refused", false);
    }
    this.checkLiteral(url.hostname, url.protocol === "https:");
    return url;
  }

  /** Sockets skip the name look-up for literal addresses, so those are checked by themselves. @throws OutboundError `refused` */
  checkLiteral(hostname: string, secure: boolean): void {
    const bare = hostname.replace(/^\[|\]$/g, "");
    if (ipaddr.isValid(bare) && !this.permits(bare, secure)) throw new OutboundError("refused", false);
  }
}

function contains([network, bits]: Range, ip: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return network.kind() === ip.kind() && ip.match(network, bits);
}
