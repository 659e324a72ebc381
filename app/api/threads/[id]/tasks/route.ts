import { z } from "zod";
import { apiGet } from "@/lib/auth/cookie-route";
import { listThreadTasks } from "@/lib/services/tasks/list-thread-tasks";
import { GetThreadInput } from "@/lib/services/threads/schemas";

const Path = z.strictObject({ id: GetThreadInput.shape.threadId });

export const GET = apiGet(Path, (context, { id }) => listThreadTasks(context, { threadId: id }));
