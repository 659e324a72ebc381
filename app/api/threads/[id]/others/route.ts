import { z } from "zod";
import { apiGet } from "@/lib/auth/cookie-route";
import { listOtherThreads } from "@/lib/services/threads/list-other-threads";
import { GetThreadInput } from "@/lib/services/threads/schemas";

const Path = z.strictObject({ id: GetThreadInput.shape.threadId });

export const GET = apiGet(Path, (context, { id }) => listOtherThreads(context, { threadId: id }));
