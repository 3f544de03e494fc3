import { MODULES, Words } from "./words.js";

/** The texts of this installation, read once: they are as fixed as its code. */
export const TEXTS = Words.read(MODULES);
