/**
 * Stands in for `@vue/devtools-api` in the built panel. The real one reads localStorage while it loads, which throws where a
 * browser blocks third-party storage: the conversation tab, inside the helpdesk's frame, would stay blank.
 */
export function setupDevtoolsPlugin(): void {}
