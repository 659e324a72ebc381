import { z } from "zod";
import { apiGet } from "@/lib/auth/cookie-route";
import { listSenders } from "@/lib/services/replies/list-senders";
import { ListSendersInput } from "@/lib/services/replies/outbox-schemas";

const Path = z.strictObject({ id: ListSendersInput.shape.replyId });

export const GET = apiGet(Path, (context, { id }) => listSenders(context, { replyId: id }));
