import ipaddr from "ipaddr.js";

/** Bits of an IPv6 address that name a customer's network; the rest its owner chooses at will. */
const NETWORK_BYTES = 8;

/** What of a caller's address stands for whoever it belongs to, in one spelling: an IPv4 address, or an IPv6 network of 64 bits. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  return `${Buffer.from(parsed.toByteArray().slice(0, NETWORK_BYTES)).toString("hex")}/64`;
}
