import { appUrl, env } from "@/lib/core/env";

type Headers = { get(name: string): string | null };

/**
 * The origin that a request was sent to, if it is one of ours: APP_URL's, or with no APP_URL localhost, 127.0.0.1 and [::1] on any
 * port. Any other Host header (a rebound name, a forged header) counts as APP_URL, so that no redirect ever leaves to it.
 * Headers a proxy adds are not asked: APP_URL says what they could. An action that another page holds (an Undo that outlived its
 * page) Next hands on to this server by its own address, and there they say what was asked for; no other site can set such headers.
 */
export function originOf(headers: Headers, own: Parameters<typeof appUrl>[0] = env()): string {
  const origin = new URL(appUrl(own)).origin;
  const isHandedOn = headers.get("x-action-forwarded") !== null;
  const host = (isHandedOn && headers.get("x-forwarded-host")) || headers.get("host");
  const name = host?.toLowerCase() ?? "";
  if (name === new URL(origin).host) return origin;
  const isOurs = own?.APP_URL === undefined && LOOPBACK.test(name) && URL.canParse(`http://${name}`);
  return isOurs ? `http://${name}` : origin;
}

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;
