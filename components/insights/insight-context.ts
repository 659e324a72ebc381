import { createContext, use } from "react";
import type { useInsightAddress } from "./use-insight-address";

type InsightModel = ReturnType<typeof useInsightAddress>;

export const InsightContext = createContext<InsightModel | null>(null);

/** The address of the figures' screen, for whatever stands on it. */
export function useInsights(): InsightModel {
  const model = use(InsightContext);
  if (!model) throw new Error("useInsights stands outside its screen");
  return model;
}
