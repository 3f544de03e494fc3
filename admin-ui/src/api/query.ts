import { MutationCache, QueryCache, QueryClient } from "@tanstack/vue-query";
import { ApiError } from "./error";

/** Called when the server says that nobody is signed in (any more). */
let onSignedOut: () => void = () => {};

export function whenSignedOut(handler: () => void): void {
  onSignedOut = handler;
}

function noticeSignOut(error: unknown): void {
  if (error instanceof ApiError && error.status === 401) onSignedOut();
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (error, query) => (query.meta?.["quiet"] === true ? undefined : noticeSignOut(error)) }),
  mutationCache: new MutationCache({
    onError: (error, _v, _c, mutation) => (mutation.meta?.["quiet"] === true ? undefined : noticeSignOut(error)),
  }),
  defaultOptions: {
    queries: {
      networkMode: "always",
      staleTime: 5_000,
      // What the caller did wrong stays wrong; only silence and the server's own trouble are worth a second look.
      retry: (count, error) => count < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
      retryDelay: (attempt) => Math.min(1_000 * 2 ** attempt, 8_000),
    },
    mutations: { networkMode: "always", retry: false },
  },
});
