import { parsePhoneNumberFromString } from "libphonenumber-js/max";

/** The country (ISO 3166) of a phone number as somebody wrote it, null unless it begins with its country's code: the rest is a guess. */
export const phoneCountry = (phone: string): string | null =>
  parsePhoneNumberFromString(phone.trim().replace(/^00(?=[1-9])/, "+"))?.country ?? null;
