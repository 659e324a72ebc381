import { tellZone } from "./tell-zone";

export type SignInFailure = "mismatch" | "rate_limited" | "unavailable";

const SESSION = "/api/auth/session";

/**
 * Signs in with address and password. @returns null when it went well, else why not.
 * Asked without `json`, next-auth answers by a redirect whichever way it went: to where we wanted, or to this page with
 * an `error`. Its other answer to a wrong password, a 401, would stand in the console as a fault of the page.
 */
export async function attemptSignIn(given: { email: string; password: string }): Promise<SignInFailure | null> {
  tellZone();
  try {
    const { csrfToken } = (await (await fetch("/api/auth/csrf")).json()) as { csrfToken: string };
    const body = new URLSearchParams({ ...given, csrfToken, callbackUrl: SESSION });
    const response = await fetch("/api/auth/callback/credentials", { method: "POST", body });
    const { pathname, searchParams } = new URL(response.url);
    if (response.ok && pathname === SESSION) return null;
    const error = searchParams.get("error");
    if (!response.ok && error === null) return "unavailable";
    return error === "rate_limited" || error === "unavailable" ? error : "mismatch";
  } catch {
    return "unavailable";
  }
}
