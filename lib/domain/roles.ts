export const ROLES = ["sdr", "manager", "admin"] as const;
export type Role = (typeof ROLES)[number];
