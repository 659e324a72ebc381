import { z } from "zod";
import { apiGet } from "@/lib/auth/cookie-route";
import { listColleagues } from "@/lib/services/followers/list-colleagues";
import { GetThreadInput } from "@/lib/services/threads/schemas";

const Path = z.strictObject({ id: GetThreadInput.shape.threadId });

export const GET = apiGet(Path, (context, { id }) => listColleagues(context, { threadId: id }));
