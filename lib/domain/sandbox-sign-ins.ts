/** Who of the sandbox signs in with the password that a start gives. */
export const SANDBOX_SIGN_INS: readonly string[] = ["sdr@sandbox.test", "manager@sandbox.test", "admin@sandbox.test"];

/** Whether each start gives a member the sandbox's password, so that another one would not last. */
export const isPasswordOfStart = (kind: "sandbox" | "team", email: string): boolean =>
  kind === "sandbox" && SANDBOX_SIGN_INS.includes(email.toLowerCase());
