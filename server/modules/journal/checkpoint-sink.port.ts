import type { Checkpoint } from "./chain/checkpoint.js";

/** A place outside the database for checkpoints: whoever can rewrite the database must not be able to rewrite these too. */
export abstract class CheckpointSink {
  /** Keeps a checkpoint for good; called again with the same one after a crash. */
  abstract publish(checkpoint: Checkpoint): Promise<void>;
  /** The newest one kept of an account (public id); null when there is none. */
  abstract newest(account: string): Promise<Checkpoint | null>;
}
