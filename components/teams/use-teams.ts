"use client";

import { useQuery } from "@tanstack/react-query";
import type { Team } from "@/lib/contracts/teams";
import { teamsOptions } from "./teams-query";

/** The product's teams by name; asks nothing unless they are wanted. */
export function useTeams(productId: string, isWanted: boolean): Team[] {
  const { data } = useQuery({ ...teamsOptions(productId), enabled: isWanted });
  return data?.items ?? [];
}
