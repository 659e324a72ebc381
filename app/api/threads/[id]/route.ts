import { z } from "zod";
import { apiGet } from "@/lib/auth/cookie-route";
import { getThread } from "@/lib/services/threads/get-thread";
import { GetThreadInput } from "@/lib/services/threads/schemas";

const Path = z.strictObject({ id: GetThreadInput.shape.threadId });

export const GET = apiGet(Path, (context, { id }) => getThread(context, { threadId: id }));
