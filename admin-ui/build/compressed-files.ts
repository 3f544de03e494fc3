import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Plugin } from "vite";

/** What is text; fonts come compressed. */
const TEXT = /\.(?:js|css|html|svg|txt)$/;
/** Below a packet nothing is won. */
const WORTH_IT = 1_024;

/** Writes a Brotli and a gzip file beside each text file of the build, as small as they get: the server sends them as they are. */
export function compressedFiles(folder: string): Plugin {
  return {
    name: "saldo-compressed-files",
    apply: "build",
    closeBundle() {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !TEXT.test(entry.name)) continue;
        const path = join(entry.parentPath, entry.name);
        const bytes = readFileSync(path);
        if (bytes.length < WORTH_IT) continue;
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
      }
    },
  };
}
