import { z } from "zod";
import { apiGet } from "@/lib/auth/cookie-route";
import { listNotes } from "@/lib/services/notes/list-notes";
import { GetThreadInput } from "@/lib/services/threads/schemas";

const Path = z.strictObject({ id: GetThreadInput.shape.threadId });

export const GET = apiGet(Path, (context, { id }) => listNotes(context, { threadId: id }));
