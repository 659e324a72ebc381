import { ZONE_COOKIE } from "@/lib/domain/browser-zone";

const SECONDS = 900;

/** Lets the sign-in that follows, also by a provider, know this browser's time zone: who comes for the first time begins with it. */
export function tellZone(): void {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  document.cookie = `${ZONE_COOKIE}=${timeZone}; Path=/api/auth; Max-Age=${SECONDS}; SameSite=Lax`;
}
