import type { InjectionKey } from "vue";
import type { useLive } from "./useLive";

export const LIVE: InjectionKey<ReturnType<typeof useLive>> = Symbol("live");
