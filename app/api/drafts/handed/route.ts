import { z } from "zod";
import { apiGet } from "@/lib/auth/cookie-route";
import { listHandedDrafts } from "@/lib/services/drafts/list-handed-drafts";

export const GET = apiGet(z.strictObject({}), listHandedDrafts);
