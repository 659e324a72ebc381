import { z } from "zod";
import { apiGet } from "@/lib/auth/cookie-route";
import { listSmartleadConnections } from "@/lib/services/smartlead/list-smartlead-connections";

export const GET = apiGet(z.strictObject({}), listSmartleadConnections);
