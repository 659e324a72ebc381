import { knownZone, ZONE_COOKIE } from "@/lib/domain/browser-zone";
import type { Visitor } from "@/lib/services/sessions/open-session";

/** From where and with what a request comes: the address as the nearest server wrote it, the zone as the page of sign-in has told it. */
export const visitorOf = (headers: Pick<Headers, "get">): Visitor => ({
  address: headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown",
  userAgent: headers.get("user-agent"),
  timeZone: knownZone(ZONE.exec(headers.get("cookie") ?? "")?.[1] ?? ""),
});

const ZONE = new RegExp(`(?:^|;\\s*)${ZONE_COOKIE}=([\\w+/-]{1,64})(?:;|$)`);
