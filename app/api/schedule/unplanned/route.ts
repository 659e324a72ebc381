import { apiGet } from "@/lib/auth/cookie-route";
import { listUnplanned } from "@/lib/services/schedule/list-unplanned";
import { ListUnplannedInput } from "@/lib/services/schedule/schemas";

export const GET = apiGet(ListUnplannedInput, listUnplanned);
