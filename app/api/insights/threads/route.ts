import { apiGet } from "@/lib/auth/cookie-route";
import { listInsightThreads } from "@/lib/services/insights/list-insight-threads";
import { ListInsightThreadsInput } from "@/lib/services/insights/schemas";

export const GET = apiGet(ListInsightThreadsInput, listInsightThreads);
