import type { SignIn } from "./fill-workspaces";

type Welcome = { url: string; signIn: SignIn; dataDir: string; movedTo: string | null; external: boolean };

/** What the terminal says when all is ready: the address and how to sign in. A given password or key is never repeated. */
export function welcome({ url, signIn, dataDir, movedTo, external }: Welcome): string {
  const lines = [`Ready on ${url}`];
  if (signIn.sandbox) {
    lines.push("Sandbox: nothing that you send leaves this machine. Sign in as");
    lines.push("  sdr@sandbox.test, manager@sandbox.test or admin@sandbox.test");
    lines.push(`  password: ${signIn.sandbox.madePassword ?? "the one in SANDBOX_PASSWORD"}`);
    if (signIn.sandbox.madeApiKey) lines.push(`  ${keyOnce(signIn.sandbox.madeApiKey)}`);
  }
  if (signIn.adminEmail) lines.push(`Your team's admin signs in as ${signIn.adminEmail} with ADMIN_PASSWORD.`);
  if (!signIn.sandbox && !signIn.hasTeam)
    lines.push("Nobody can sign in yet: set ADMIN_EMAIL and ADMIN_PASSWORD, and start again.");
  if (movedTo) lines.push(`The database lies in ${movedTo}, because its user may not enter ${dataDir}.`);
  else if (!external) lines.push(`Data: ${dataDir}`);
  lines.push("Stop with Ctrl-C.");
  return lines.join("\n");
}

/** The sandbox's key is kept as a hash: what made it says it, also when nothing else can start. */
export const keyOnce = (apiKey: string): string => `API key, shown this once: ${apiKey}`;
