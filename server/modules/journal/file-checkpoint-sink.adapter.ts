import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Inject, Injectable } from "@nestjs/common";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { canonical } from "./chain/canonical.js";
import type { Checkpoint } from "./chain/checkpoint.js";
import { CheckpointSink } from "./checkpoint-sink.port.js";
import { readCheckpoint } from "./export/lines.js";

/** `<dataDir>/checkpoints/<account>/<seq>.json`, one line each as in an export: to be copied to where the database's owner cannot write. */
@Injectable()
export class FileCheckpointSink extends CheckpointSink {
  private readonly folder: string;

  constructor(@Inject(CONFIG) config: Config) {
    super();
    this.folder = join(config.dataDir, "checkpoints");
  }

  async publish(checkpoint: Checkpoint): Promise<void> {
    const folder = join(this.folder, checkpoint.account);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, `${checkpoint.seq}.json`);
    // Whole or not at all: half a checkpoint would read as a forged one.
    await writeFile(`${file}.part`, `${canonical({ ...checkpoint })}\n`, { mode: 0o600, flush: true });
    await rename(`${file}.part`, file);
  }

  async newest(account: string): Promise<Checkpoint | null> {
    const files = await readdir(join(this.folder, account)).catch(noFolder);
    const numbers = files.flatMap((file) => (/^\d+\.json$/.test(file) ? [Number.parseInt(file, 10)] : []));
    if (numbers.length === 0) return null;
    const file = join(this.folder, account, `${Math.max(...numbers)}.json`);
    const text = await readFile(file, "utf8");
    try {
      return readCheckpoint(text);
    } catch (error) {
      throw new Error(`${file} is damaged; restore it from where checkpoints are copied to`, { cause: error });
    }
  }
}

function noFolder(error: NodeJS.ErrnoException): string[] {
  if (error.code === "ENOENT") return [];
  throw error;
}
