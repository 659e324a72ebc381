import { apiGet } from "@/lib/auth/cookie-route";
import { listThreadIds } from "@/lib/services/threads/list-thread-ids";
import { ThreadFiltersInput } from "@/lib/services/threads/schemas";

export const GET = apiGet(ThreadFiltersInput, listThreadIds);
