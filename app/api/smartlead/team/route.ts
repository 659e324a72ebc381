import { z } from "zod";
import { apiGet } from "@/lib/auth/cookie-route";
import { getSmartleadTeam } from "@/lib/services/smartlead/get-smartlead-team";

export const GET = apiGet(z.strictObject({}), getSmartleadTeam);
