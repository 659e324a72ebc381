/**
 * Whether a refusal means that the address will never take mail: the user or the host does not exist, has moved, or takes
 * no mail at all. A full mailbox, a block, a policy, authentication or size are not the address's fault.
 * @param status enhanced status code (RFC 3463), may be empty
 * @param words what the other server said, the most telling first; they outweigh the code, which servers use loosely
 */
export function isPermanentFailure(status: string, ...words: string[]): boolean {
  if (status.startsWith("4.")) return false;
  for (const each of words) {
    const said = each.slice(0, 2000).replace(/\s+/gu, " ");
    if (/^\W*(?:smtp; ?)?4\d\d[ -]/u.test(said) || NOT_THE_ADDRESS.test(said)) return false;
    if (NO_SUCH_ADDRESS.test(said)) return true;
  }
  return GONE.has(status);
}

// 5.1.0, 5.2.1, 5.4.4 and 5.5.0 are said for so many reasons that they prove nothing alone.
const GONE = new Set(["5.1.1", "5.1.2", "5.1.6", "5.1.10", "5.4.310"]);

const NOT_THE_ADDRESS = new RegExp(
  [
    "mailbox (?:is )?(?:full|over ?quota)|quota|over (?:the )?(?:maximum )?(?:limit|size)|insufficient (?:disk|system)? ?storage|disk (?:space|full)|(?:in|out) ?box (?:is )?full|too many messages|is full\\b",
    "spam|junk|black ?list|block ?list|blocked|\\bbanned|reputation|\\brbls?\\b|\\bdnsbl|(?<!not )listed (?:at|in|by)|poor reputation|abuse|policy|policies|virus|malware|prohibited|content (?:rejected|not accepted)|considered unsolicited",
    "\\bspf\\b|dkim|dmarc|authenticat|not authori[sz]ed|unauthori[sz]ed|relay(?:ing)? (?:access )?(?:denied|not (?:permitted|allowed))|(?:not permitted|unable|denied) to relay|relaying|reverse dns|\\bptr\\b|rdns",
    "too (?:large|big)|message size|size (?:limit|exceed)|exceed(?:s|ed|ing)?\\b|greylist|grey-list|temporar|try again|rate limit|too many (?:connections|recipients)|timed? ?out|timeout",
    "suspended|disabled|deactivated|delivery not authorized|sender (?:address )?(?:rejected|denied|verify)|sender's? (?:domain|address)|(?:domain|address) of sender|mail from|from: domain|bad sender|invalid sender|(?<!recipient address rejected: )access denied|restricted|only accepts|not accept(?:ing)? (?:messages|mail) from|loop",
  ].join("|"),
  "iu",
);

const NO_SUCH_ADDRESS = new RegExp(
  [
    "(?:no|not a) such (?:a )?(?:user|person|recipient|mailbox|address|account|domain|host|local)|(?:user|recipient|mailbox|address|account|addressee|person|alias|customer)(?: name| address| account)? (?:is )?(?:unknown|not known|not (?:be )?found|not exist|nonexistent|not listed|not valid|invalid|unrouteable|not recogni[sz]ed)",
    "(?:unknown|invalid|non-?existent|bad|undefined|illegal|unrouteable) (?:(?:local|virtual|relay|or invalid|or illegal|e-?mail|virtual mailbox)[ -])?(?:user|recipient|mailbox|address|account|alias|addressee|host|domain|destination|part)",
    "(?:does|do|did)(?:n't| not) (?:exist|have (?:an? )?(?:account|mailbox|\\S+ account)|seem to exist|match)|doesn't exist|not (?:a )?(?:our|known) (?:customer|user)|no (?:account|mailbox|user)s? (?:here|by that|by this|with|found|for)|not found in|user not found|unknown (?:local )?(?:user|recipient)|could ?n[o']t be found",
    "address (?:rejected: (?:user|access denied|undeliverable|no |unknown|invalid|not )|error|unknown)|inactive e-?mail address|not listed in|delivery userid|could not be (?:found|delivered because the (?:address|domain))|wasn't found|n't (?:be )?found at|no longer (?:on|at|valid|here|available|works|accepts|exist|in use|employed|active)|has (?:moved|left)|user has moved|moved to (?:a )?new|(?:is|has been) (?:removed|deleted)|left the company",
    "host (?:or domain name )?(?:unknown|not found)|(?:domain|host)(?: name)? (?:\\S+ )?(?:not found|does not exist|unknown|invalid)|name (?:or service )?not (?:found|known)|nxdomain|no mx|null ?mx|does not accept (?:e-?)?mail|not accept mail|\\b556\\b|bad destination|no route to domain|unrouteable (?:mail )?domain|illegal host|could(?:n't| not) find (?:any host|a mail exchanger)|can't find (?:a valid )?(?:mx|host)|mx (?:record|host)s? (?:not found|does not)",
    "recipnotfound|resolver\\.adr\\.recip|unknown-user|user_unknown|user-unknown|recipient (?:not found|rejected: user)|invalid-recipient",
  ].join("|"),
  "iu",
);
