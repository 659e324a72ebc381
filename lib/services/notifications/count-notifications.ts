import { and, isNull } from "drizzle-orm";
import { notifications } from "@/lib/db/schema";
import { may, type Context } from "../context";
import { isOwnNotification } from "./is-own-notification";

/** How many of the actor's notifications wait to be read. */
export async function countNotifications({ actor, db }: Context): Promise<{ unread: number }> {
  may(actor, "thread.read");
  return { unread: await db.$count(notifications, and(isOwnNotification(actor), isNull(notifications.readAt))) };
}
