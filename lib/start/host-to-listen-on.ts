import type { Env } from "@/lib/core/env";
import { Refusal } from "./refusal";

const LOOPBACK = ["127.0.0.1", "localhost", "::1"];

export const hostToListenOn = ({ HOST }: Pick<Env, "HOST">): string => HOST ?? "127.0.0.1";

/** The sandbox's people sign in with passwords that a terminal shows. @throws Refusal where others could reach it */
export function refuseOpenSandbox(settings: Pick<Env, "HOST">): void {
  const host = hostToListenOn(settings);
  if (LOOPBACK.includes(host)) return;
  throw new Refusal(
    `HOST=${host}: while the sandbox is on, Threadwell listens on 127.0.0.1 only. Set SANDBOX=off to open it to others.`,
  );
}
