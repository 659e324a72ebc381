import { apiGet } from "@/lib/auth/cookie-route";
import { readInsight } from "@/lib/services/insights/read-insight";
import { ReadInsightInput } from "@/lib/services/insights/schemas";

export const GET = apiGet(ReadInsightInput, readInsight);
