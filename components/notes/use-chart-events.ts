import { useQuery } from "@tanstack/react-query";
import { agreementsOptions, stagesOptions } from "@/components/agreements/agreements-query";
import type { Days } from "@/lib/domain/balance";
import { type ChartEvent, chartEvents } from "./chart-events";
import { notesOptions } from "./notes-query";

/** What happened on the days of a chart. What could not be read is left out: it marks, and counts nothing. */
export function useChartEvents(productId: string, days: Days, locale: string) {
  const notes = useQuery(notesOptions(productId, days)).data?.items ?? [];
  const stages = useQuery(stagesOptions(productId)).data?.items ?? [];
  const agreements = useQuery(agreementsOptions(productId, "agreements")).data?.items ?? [];
  const exceptions = useQuery(agreementsOptions(productId, "exceptions")).data?.items ?? [];
  const agreed = [...agreements, ...exceptions];
  const events: ChartEvent[] = chartEvents({ notes, stages, agreements: agreed }, days, locale);
  return { notes, events };
}
