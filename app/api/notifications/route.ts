import { apiGet } from "@/lib/auth/cookie-route";
import { listNotifications } from "@/lib/services/notifications/list-notifications";
import { ListNotificationsInput } from "@/lib/services/notifications/schemas";

export const GET = apiGet(ListNotificationsInput, listNotifications);
