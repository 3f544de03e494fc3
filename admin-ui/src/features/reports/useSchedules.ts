import { useInfiniteQuery, useQuery } from "@tanstack/vue-query";
import { api, type Output } from "@/api/client";

export type Schedules = Output<"GET /api/report-schedules">;
export type Schedule = Schedules["items"][number];

/** Which reports go out by themselves. */
export function useSchedules() {
  return useQuery({ queryKey: ["report-schedules"], queryFn: ({ signal }) => api("GET /api/report-schedules", {}, signal) });
}

/** What was sent to whom, the newest first. */
export function useSentReports() {
  return useInfiniteQuery({
    queryKey: ["report-mails"],
    queryFn: ({ pageParam, signal }) =>
      api("GET /api/report-mails", { query: { limit: 25, ...(pageParam === "" ? {} : { cursor: pageParam }) } }, signal),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
  });
}
