import { apiGet } from "@/lib/auth/cookie-route";
import { listSmartleadBrokenRows } from "@/lib/services/smartlead/list-smartlead-broken-rows";
import { SmartleadConnectionInput } from "@/lib/services/smartlead/schemas";

export const GET = apiGet(SmartleadConnectionInput, listSmartleadBrokenRows);
