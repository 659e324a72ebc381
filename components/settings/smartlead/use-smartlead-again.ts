"use client";

import { useQueryClient } from "@tanstack/react-query";
import { smartleadQuery } from "@/lib/queries/smartlead";

/** Reads the accounts again after something was done to one. */
export function useSmartleadAgain(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: smartleadQuery().queryKey });
}
