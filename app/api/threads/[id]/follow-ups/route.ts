import { z } from "zod";
import { apiGet } from "@/lib/auth/cookie-route";
import { getFollowUps } from "@/lib/services/follow-ups/get-follow-ups";
import { GetThreadInput } from "@/lib/services/threads/schemas";

const Path = z.strictObject({ id: GetThreadInput.shape.threadId });

export const GET = apiGet(Path, (context, { id }) => getFollowUps(context, { threadId: id }));
