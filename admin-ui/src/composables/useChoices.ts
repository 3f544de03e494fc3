import { useQuery } from "@tanstack/vue-query";
import { api } from "@/api/client";

/** Words the portfolio has, to choose from. */
export function useChoices() {
  const { data } = useQuery({
    queryKey: ["segments", "choices"],
    queryFn: ({ signal }) => api("GET /api/segments/choices", {}, signal),
    staleTime: 60_000,
  });
  return data;
}
