import { apiGet } from "@/lib/auth/cookie-route";
import { listOwnTasks } from "@/lib/services/tasks/list-own-tasks";
import { ListOwnTasksInput } from "@/lib/services/tasks/schemas";

export const GET = apiGet(ListOwnTasksInput, listOwnTasks);
