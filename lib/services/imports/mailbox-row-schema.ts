import { z } from "zod";
import { canonicalAddress, isAddress } from "@/lib/domain/address";
import { isZone } from "@/lib/domain/wall-time";
import { DailyCap } from "@/lib/services/mailboxes/schemas";

const line = (maximum: number) =>
  z
    .string()
    .max(maximum)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, "control_character");
const host = z
  .string()
  .max(253)
  .regex(/^[\p{L}\p{N}.:[\]_-]+$/u, "host");
const number = z
  .string()
  .regex(/^\d{1,9}$/u, "whole_number")
  .transform(Number);
const whole = (minimum: number, maximum: number) => number.pipe(z.number().min(minimum).max(maximum));

const SECURITIES: Record<string, "tls" | "starttls" | "none"> = {
  tls: "tls",
  ssl: "tls",
  "ssl/tls": "tls",
  "tls/ssl": "tls",
  true: "tls",
  yes: "tls",
  starttls: "starttls",
  none: "none",
};
const security = z
  .string()
  .toLowerCase()
  .refine((word) => word in SECURITIES, "security")
  .transform((word) => SECURITIES[word]!);

/** A mailbox as a row of a table gives it; what a row leaves empty is absent. */
export const MailboxRowSchema = z.strictObject({
  address: z.string().refine(isAddress, "address").transform(canonicalAddress),
  displayName: line(120).optional(),
  user: line(320).optional(),
  password: line(1_000).optional(),
  imapHost: host.optional(),
  imapPort: whole(1, 65_535).optional(),
  imapSecurity: security.optional(),
  imapUser: line(320).optional(),
  imapPassword: line(1_000).optional(),
  smtpHost: host.optional(),
  smtpPort: whole(1, 65_535).optional(),
  smtpSecurity: security.optional(),
  smtpUser: line(320).optional(),
  smtpPassword: line(1_000).optional(),
  timeZone: z.string().max(100).refine(isZone, "time_zone").optional(),
  dailyCap: number.pipe(DailyCap).optional(),
  minimumGap: whole(0, 86_400).optional(),
});
export type MailboxRowValues = z.output<typeof MailboxRowSchema>;
