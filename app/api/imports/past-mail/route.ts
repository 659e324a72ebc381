import { z } from "zod";
import { apiGet } from "@/lib/auth/cookie-route";
import { listPastMail } from "@/lib/services/imports/list-past-mail";

export const GET = apiGet(z.strictObject({}), listPastMail);
