import { fingerprint, publicKeyText } from "../modules/journal/index.js";
import { MasterKeys } from "../platform/crypto/keys.js";
import type { CommandContext } from "./context.js";

export async function showKey(options: { readonly json?: boolean }, context: CommandContext): Promise<void> {
  const app = await context.openApp();
  try {
    const publicKey = publicKeyText(app.get(MasterKeys).verifying);
    const key = { publicKey, fingerprint: fingerprint(publicKey) };
    context.out.write(
      options.json === true
        ? `${JSON.stringify(key)}\n`
        : `Public key (Ed25519, base64): ${key.publicKey}\nFingerprint: ${key.fingerprint}\n`,
    );
    context.exitWith(0);
  } finally {
    await app.close();
  }
}
