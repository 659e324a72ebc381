import { apiGet } from "@/lib/auth/cookie-route";
import { listEvents } from "@/lib/services/audit/list-events";
import { ListEventsInput } from "@/lib/services/audit/schemas";

export const GET = apiGet(ListEventsInput, listEvents);
