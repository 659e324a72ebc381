import { paths } from "@/lib/url/paths";

/** Ends the session on the server and loads the sign-in page anew, so that nothing read before stays in memory. */
export async function leave(): Promise<void> {
  const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
  await fetch("/api/auth/signout", { method: "POST", body: new URLSearchParams({ csrfToken, json: "true" }) });
  window.location.assign(paths.signIn);
}
