/** What a delivery report says about one recipient. */
export type Bounce = {
  recipient: string;
  /** Enhanced status code (RFC 3463), empty when the report names none. */
  status: string;
  /** The other server's own words, or a closed word when it gave none. */
  reason: string;
  cause: BounceCause;
  /** This address will never take mail. */
  permanent: boolean;
};

/** Why a message was not delivered. */
export type BounceCause =
  | "userunknown"
  | "hostunknown"
  | "hasmoved"
  /** The domain takes no mail at all. */
  | "notaccept"
  | "mailboxfull"
  | "suspend"
  | "onhold"
  /** Refused for this message after the recipient was taken, or by a rule of the recipient's own. */
  | "filtered"
  /** The sender's address or domain is not wanted. */
  | "rejected"
  | "blocked"
  | "badreputation"
  | "requireptr"
  | "norelaying"
  | "authfailure"
  | "securityerror"
  | "policyviolation"
  | "spamdetected"
  | "virusdetected"
  | "contenterror"
  | "notcompliantrfc"
  | "syntaxerror"
  | "mesgtoobig"
  | "exceedlimit"
  | "speeding"
  | "toomanyconn"
  | "expired"
  | "networkerror"
  | "systemerror"
  | "systemfull"
  | "mailererror"
  | "undefined";
