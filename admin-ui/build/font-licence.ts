import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Plugin } from "vite";

/** Inter is under the SIL Open Font License, which has to go wherever the font goes. */
export function fontLicence(): Plugin {
  const path = createRequire(import.meta.url).resolve("@fontsource-variable/inter/LICENSE");
  return {
    name: "saldo-font-licence",
    apply: "build",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "assets/inter-license.txt", source: readFileSync(path, "utf8") });
    },
  };
}
