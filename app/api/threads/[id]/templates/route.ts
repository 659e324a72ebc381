import { z } from "zod";
import { apiGet } from "@/lib/auth/cookie-route";
import { listTemplatesForThread } from "@/lib/services/templates/list-templates-for-thread";
import { TemplatesForThreadInput } from "@/lib/services/templates/schemas";

const Path = z.strictObject({ id: TemplatesForThreadInput.shape.threadId });

export const GET = apiGet(Path, (context, { id }) => listTemplatesForThread(context, { threadId: id }));
