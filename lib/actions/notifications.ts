"use server";

import { markNotificationsRead } from "@/lib/services/notifications/mark-notifications-read";
import { MarkNotificationsReadInput } from "@/lib/services/notifications/schemas";
import { action } from "./action";

export const markRead = action(MarkNotificationsReadInput, markNotificationsRead);
