import { z } from "zod";
import { apiGet } from "@/lib/auth/cookie-route";
import { listFilters } from "@/lib/services/threads/list-filters";

export const GET = apiGet(z.strictObject({}), listFilters);
