const ACCOUNT = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** The account in what somebody pasted: a link to any page of Saldo, or the id alone. */
export function accountInLink(text: string): string | undefined {
  return ACCOUNT.exec(text)?.[0].toLowerCase();
}
