import type { Visitor } from "@/lib/services/sessions/open-session";

/** From where and with what a request comes: the address as the nearest server wrote it. */
export const visitorOf = (headers: Pick<Headers, "get">): Visitor => ({
  address: headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "unknown",
  userAgent: headers.get("user-agent"),
});
