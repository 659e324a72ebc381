import type { BounceCause } from "@/lib/domain/bounce";
import { BOUNCE_WORDS } from "./bounce-words";

type Verdict = { cause: BounceCause; permanent: boolean };
type Said = {
  /** Enhanced status code (RFC 3463), may be empty. */
  status: string;
  /** What the other server said, the most telling first; words outweigh the code, which servers use loosely. */
  words: string[];
  /** The refusal answered the message (the end of DATA), not the recipient. */
  isAfterData?: boolean;
};

/**
 * Why a message came back, and whether the address will never take mail: the user or the host does not exist, has moved, or
 * takes no mail at all. A full mailbox, a block, a policy, authentication or size are not the address's fault.
 */
export function bounceVerdictOf({ status, words, isAfterData = false }: Said): Verdict {
  for (const each of words) {
    const said = withoutAddresses(each.slice(0, MAX_WORDS)).replace(/\s+/gu, " ");
    const cause = BOUNCE_WORDS.find(([, pattern]) => pattern.test(said))?.[0];
    if (cause === "userunknown" && !isProven(status, said, isAfterData)) return { cause: "filtered", permanent: false };
    const isTemporary = status.startsWith("4.") || /^\W*(?:smtp; ?)?4\d\d[ -]/u.test(said);
    if (cause) return { cause, permanent: GONE.has(cause) && !isTemporary };
  }
  const cause = causeOfStatus(status);
  return { cause, permanent: status.startsWith("5.") && PROOFS.has(status.slice(2)) };
}

const MAX_WORDS = 2000;

/** An address may hold any word ("abuse@…"); that there is one may tell. */
const withoutAddresses = (said: string): string => said.replace(/[^\s<>@]{1,64}@[^\s<>@:,;]{1,255}/gu, "a@b");

const GONE: Set<BounceCause> = new Set(["userunknown", "hostunknown", "hasmoved", "notaccept"]);

// 1.0, 2.1, 4.4 and 5.0 are said for so many reasons that they prove nothing alone.
const PROOFS = new Set(["1.1", "1.2", "1.6", "1.10", "4.310"]);

/**
 * Filters of phone companies take the recipient and answer "user unknown" to the message; a code of policy says that this sender
 * may not write here; "mailbox unavailable" may mean anything but at Hotmail (5.5.0). The code for an unknown user settles it.
 */
function isProven(status: string, said: string, isAfterData: boolean): boolean {
  if (status.endsWith(".1.1")) return true;
  if (isAfterData && /user unknown|unknown user/iu.test(said)) return false;
  if (/mailbox (?:is )?(?:currently )?unavailable/iu.test(said) && !/unknown|not exist|no such/iu.test(said))
    return status === "5.5.0";
  return !status.startsWith("5.7.") || /recipient address rejected: access denied/iu.test(said);
}

function causeOfStatus(status: string): BounceCause {
  const detail = status.slice(2);
  return BY_CODE[detail] ?? BY_SUBJECT[detail.split(".")[0] ?? ""] ?? "undefined";
}

/** RFC 3463, RFC 7372, RFC 7505 and what Exchange Online adds. */
const BY_CODE: Record<string, BounceCause> = {
  "1.0": "undefined",
  "1.1": "userunknown",
  "1.2": "hostunknown",
  "1.3": "userunknown",
  "1.6": "hasmoved",
  "1.7": "rejected",
  "1.8": "rejected",
  "1.9": "systemerror",
  "1.10": "notaccept",
  "2.1": "suspend",
  "2.2": "mailboxfull",
  "2.3": "exceedlimit",
  "3.1": "systemfull",
  "3.4": "mesgtoobig",
  "4.1": "expired",
  "4.2": "networkerror",
  "4.3": "systemerror",
  "4.4": "hostunknown",
  "4.5": "expired",
  "4.6": "networkerror",
  "4.7": "expired",
  "4.310": "hostunknown",
  "5.3": "syntaxerror",
  "7.13": "suspend",
  "7.20": "authfailure",
  "7.21": "authfailure",
  "7.22": "authfailure",
  "7.23": "authfailure",
  "7.24": "authfailure",
  "7.25": "requireptr",
  "7.26": "authfailure",
  "7.27": "notaccept",
};

const BY_SUBJECT: Record<string, BounceCause> = {
  "1": "rejected",
  "2": "filtered",
  "3": "systemerror",
  "4": "networkerror",
  "5": "syntaxerror",
  "6": "contenterror",
  "7": "securityerror",
};
