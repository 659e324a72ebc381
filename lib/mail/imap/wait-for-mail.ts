import type { ImapFlow } from "imapflow";

/** Servers without IDLE (RFC 2177) are looked at again after this time. */
const WITHOUT_IDLE_MS = 5_000;

type Wait = {
  timeoutMs: number;
  /** Is given what ends the wait. */
  onWaiting: (wake: () => void) => void;
};

/**
 * Waits in the open folder (IDLE) until the time is over or somebody wakes it.
 * @throws when the connection is lost meanwhile
 */
export async function waitForMail(client: ImapFlow, { timeoutMs, onWaiting }: Wait): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const wake = () => resolve();
  const lost = () => reject(new Error("connection closed"));
  const canIdle = client.capabilities.has("IDLE");
  const timer = setTimeout(wake, canIdle ? timeoutMs : Math.min(timeoutMs, WITHOUT_IDLE_MS));
  client.once("close", lost);
  onWaiting(wake);
  try {
    if (!client.usable) lost();
    // IDLE ends by itself at the next command; how it ends is told by "close".
    else if (canIdle) client.idle().catch(() => undefined);
    await promise;
  } finally {
    clearTimeout(timer);
    client.off("close", lost);
  }
}
