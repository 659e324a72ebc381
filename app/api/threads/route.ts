import { apiGet } from "@/lib/auth/cookie-route";
import { listThreads } from "@/lib/services/threads/list-threads";
import { ListThreadsInput } from "@/lib/services/threads/schemas";

export const GET = apiGet(ListThreadsInput, listThreads);
