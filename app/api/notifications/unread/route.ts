import { apiGet } from "@/lib/auth/cookie-route";
import { countNotifications } from "@/lib/services/notifications/count-notifications";
import { CountNotificationsInput } from "@/lib/services/notifications/schemas";

export const GET = apiGet(CountNotificationsInput, countNotifications);
