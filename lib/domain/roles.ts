/** A `client` is who campaigns are run for: reads what was opened to them, and changes nothing. */
export const ROLES = ["client", "sdr", "manager", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Who works here, which a client does not. */
export const TEAM_ROLES = ["sdr", "manager", "admin"] as const satisfies readonly Role[];
