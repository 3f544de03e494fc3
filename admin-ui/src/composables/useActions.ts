import { type Component, computed, onScopeDispose, shallowRef } from "vue";

/** Something that can be done from where the reader is: listed in the command palette, and done by its key. */
export interface PanelAction {
  readonly id: string;
  readonly label: string;
  /** A single letter that does it while nobody types. */
  readonly key?: string;
  readonly icon: Component;
  readonly run: () => void;
}

const offered = shallowRef<readonly (() => readonly PanelAction[])[]>([]);

/** All that the pages on screen offer, the innermost first. */
export const panelActions = computed(() => offered.value.flatMap((list) => list()));

/** Offers actions for as long as the component lives. */
export function offerActions(list: () => readonly PanelAction[]): void {
  offered.value = [list, ...offered.value];
  onScopeDispose(() => (offered.value = offered.value.filter((other) => other !== list)));
}
