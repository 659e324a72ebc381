import { apiGet } from "@/lib/auth/cookie-route";
import { TeamLoadInput } from "@/lib/services/schedule/schemas";
import { teamLoad } from "@/lib/services/schedule/team-load";

export const GET = apiGet(TeamLoadInput, teamLoad);
