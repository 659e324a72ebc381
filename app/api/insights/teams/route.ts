import { z } from "zod";
import { apiGet } from "@/lib/auth/cookie-route";
import { listInsightTeams } from "@/lib/services/insights/list-insight-teams";

export const GET = apiGet(z.strictObject({}), listInsightTeams);
