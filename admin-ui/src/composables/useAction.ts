import { useMutation } from "@tanstack/vue-query";
import { computed } from "vue";
import { queryClient } from "@/api/query";
import { useErrorText } from "./useErrorText";

/**
 * One thing a person does. Nothing is shown as done before the server said so; then everything on screen is read again.
 * `problem` holds the sentence to show beside the button.
 */
export function useAction<Input, Result>(
  work: (input: Input) => Promise<Result>,
  options: { onDone?: (result: Result, input: Input) => void; quiet?: boolean } = {},
) {
  const explain = useErrorText();
  const { mutateAsync, isPending, error, reset } = useMutation(
    {
      mutationFn: work,
      meta: { quiet: options.quiet ?? false },
      onSuccess: (result, input) => {
        options.onDone?.(result, input);
        void queryClient.invalidateQueries();
      },
    },
    queryClient,
  );
  return {
    /** Resolves to undefined when it failed: the failure is in `problem`. */
    run: (input: Input) => mutateAsync(input).catch(() => undefined),
    busy: isPending,
    error,
    problem: computed(() => (error.value ? explain(error.value) : undefined)),
    reset,
  };
}
