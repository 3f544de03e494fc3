import type { INestApplicationContext } from "@nestjs/common";
import { type Account, AccountDirectory } from "../modules/accounts/index.js";
import { invalid, notFound } from "../shared/errors.js";

/**
 * The account a command is about: the one named, or the only one there is.
 * @throws DomainError `account.not_found`, `account.ambiguous` naming what to pass
 */
export async function accountFor(app: INestApplicationContext, publicId: string | undefined): Promise<Account> {
  const accounts = await app.get(AccountDirectory, { strict: false }).list();
  if (publicId !== undefined) {
    const named = accounts.find((account) => account.publicId === publicId);
    if (named) return named;
    throw notFound("account.not_found", `There is no account ${publicId}.`, { remedy: `Known: ${known(accounts)}` });
  }
  const [only, ...others] = accounts;
  if (!only)
    throw notFound("account.not_found", "No helpdesk account is connected yet.", {
      remedy: "Connect one with `saldo install` or a set-up code.",
    });
  if (others.length > 0)
    throw invalid("account.ambiguous", "Several accounts are connected.", {
      field: "--account",
      remedy: `Name one with --account: ${known(accounts)}`,
    });
  return only;
}

function known(accounts: readonly Account[]): string {
  return accounts.map((account) => `${account.publicId} (${account.name})`).join(", ") || "none";
}
