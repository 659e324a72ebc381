import { newSecret } from "@/lib/core/ids";

const PASSWORD_BYTES = 12;

/** A password that an admin hands to a member. */
export const madePassword = (): string => newSecret(PASSWORD_BYTES);
