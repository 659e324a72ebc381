import { z } from "zod";
import { apiGet } from "@/lib/auth/cookie-route";
import { countThreads } from "@/lib/services/threads/count-threads";

export const GET = apiGet(z.strictObject({}), countThreads);
