/**
 * When the server was upgraded since this page was opened, the parts of the other pages have other names and cannot be loaded: the address
 * opened afresh has them. Once, so that a server that is away does not make it go round; never where the browser keeps no note of it.
 */
const NOTE = "saldo.opened-afresh";

export function openAfresh(address: string): void {
  try {
    if (sessionStorage.getItem(NOTE) === address) return;
    sessionStorage.setItem(NOTE, address);
  } catch {
    return;
  }
  window.location.assign(address);
}

export function openedWell(): void {
  try {
    sessionStorage.removeItem(NOTE);
  } catch {
    // Nothing was noted either.
  }
}
