import { AuthenticationFailure, ImapFlow } from "imapflow";
import type { ImapConfig } from "./config";
import { optionsFor } from "./connect";

/** Connects as far as the sign-in, which it does not try. @throws what `imapFailureOf` reads */
export async function checkImapTls(config: ImapConfig): Promise<void> {
  const { auth: _auth, ...options } = await optionsFor(config);
  const client = new ImapFlow(options);
  client.on("error", () => undefined);
  try {
    await client.connect();
  } catch (error) {
    // Without a user the library stops exactly here, after greeting and TLS.
    if (!(error instanceof AuthenticationFailure)) throw error;
  } finally {
    client.close();
  }
}
