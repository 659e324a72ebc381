import { OIDC_REFUSALS } from "@/lib/domain/sign-in-refusal";

const OF_FORM = ["rate_limited", "unavailable"] as const;
/** What the provider's way may end with; the first two are next-auth's own words. */
const OF_PAGE = ["OAuthCallback", "OAuthSignin", ...OIDC_REFUSALS] as const;

/** What the sign-in page says first: below the password, or above the form where it is not about what was typed. */
type SignInProblem =
  { of: "form"; word: (typeof OF_FORM)[number] | "mismatch" } | { of: "page"; word: (typeof OF_PAGE)[number] };

/** Reads the page's `error`; a word that nobody knows is a wrong password's. */
export function problemOf(error: unknown): SignInProblem | null {
  if (typeof error !== "string" || error === "") return null;
  const ofPage = OF_PAGE.find((known) => known === error);
  if (ofPage) return { of: "page", word: ofPage };
  return { of: "form", word: OF_FORM.find((known) => known === error) ?? "mismatch" };
}
