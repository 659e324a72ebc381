import { getDomain } from "tldts";

/** The part of a host's name that somebody registered ("acme.co.uk" of "mail.acme.co.uk"), by the Public Suffix List; else the host. */
export const siteOf = (host: string): string => {
  const plain = host.toLowerCase().replace(/\.$/, "");
  return getDomain(plain, { allowPrivateDomains: true }) ?? plain;
};
