/** Why somebody whom the provider knows is not let in. */
export const OIDC_REFUSALS = ["oidc_unverified", "oidc_no_account", "oidc_deactivated", "oidc_other_subject"] as const;
export type OidcRefusal = (typeof OIDC_REFUSALS)[number];
