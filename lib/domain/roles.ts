/** A `client` is who campaigns are run for: reads what was opened to them, and changes nothing. */
export const ROLES = ["client", "sdr", "manager", "admin"] as const;
export type Role = (typeof ROLES)[number];
