import { z } from "zod";
import { apiGet } from "@/lib/auth/cookie-route";
import { listTimeline } from "@/lib/services/threads/list-timeline";
import { GetThreadInput } from "@/lib/services/threads/schemas";

const Path = z.strictObject({ id: GetThreadInput.shape.threadId });

export const GET = apiGet(Path, (context, { id }) => listTimeline(context, { threadId: id }));
