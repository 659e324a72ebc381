import { z } from "zod";
import { apiGet } from "@/lib/auth/cookie-route";
import { openThread } from "@/lib/services/threads/open-thread";
import { GetThreadInput } from "@/lib/services/threads/schemas";

const Path = z.strictObject({ id: GetThreadInput.shape.threadId });

export const GET = apiGet(Path, (context, { id }) => openThread(context, { threadId: id }));
