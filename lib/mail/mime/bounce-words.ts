import type { BounceCause } from "@/lib/domain/bounce";

const rule = (cause: BounceCause, ...patterns: string[]): [BounceCause, RegExp] => [
  cause,
  new RegExp(patterns.join("|"), "iu"),
];

/**
 * How servers word why they refuse, in the order in which they are tried: what is not the address's fault comes before what
 * is, because "user unknown" also stands in hints and in the names of lists.
 */
export const BOUNCE_WORDS: [BounceCause, RegExp][] = [
  // KDDI leaves out the address where a rule of the recipient's refuses; Exchange Online's words say either.
  rule(
    "filtered",
    "\\b5\\d\\d:? : user unknown|unknown recipient or mailbox unavailable$",
    "message (?:was )?filtered",
  ),
  // cPanel lists all that may be, the likeliest first.
  rule("hostunknown", "account or domain may not exist"),
  rule("rejected", "//groups\\.google\\.com/"),
  rule(
    "mailboxfull",
    "mail ?box (?:is )?(?:full|over ?quota)|(?:over|exceed(?:s|ed|ing)?|disk|storage|mailbox|user'?s?|your) (?:the |its |his |her |disk |storage |mailbox )?quota|over ?quota|quota (?:is )?(?:full|exceeded|exceed)|out of (?:storage|disk)|(?:in|out) ?box (?:is )?full|is full\\b|not enough (?:disk )?space",
    "over (?:the )?(?:maximum )?(?:allowed )?(?:limit|size) for (?:this )?mailbox|mailbox (?:size )?limit exceeded|insufficient storage space for",
  ),
  rule("systemfull", "insufficient (?:disk|system)? ?(?:space|storage)|disk (?:is )?full|no space left"),
  rule("exceedlimit", "message length exceeds"),
  rule(
    "mesgtoobig",
    "(?:too|very) (?:large|big) (?:for|message)|message (?:is |was )?too (?:large|big)|message size|size (?:limit|exceed)|sizelimit|exceed(?:s|ed|ing)? .{0,30}\\b(?:size|limit)",
  ),
  rule("virusdetected", "virus|malware|\\binfected\\b|trojan"),
  rule(
    "authfailure",
    "\\bspf\\b|\\bdkim\\b|\\bdmarc\\b|authentication checks? failed|unauthenticated e?-?mail|sender authentication",
  ),
  rule(
    "requireptr",
    "reverse dns|\\br-?dns\\b|\\bptr\\b|ip name lookup failed|mismatch(?:es)? client ip|sending ips?\\b.{0,60}is not|no hostname for your ip",
  ),
  rule(
    "spamdetected",
    "spam (?:detected|message|content|filter|score)|(?:scored|classified|identified|detected|flagged) as (?:possible )?(?:spam|junk)|(?:is|looks like|considered|likely) (?:spam|unsolicited)|(?:message|mail) content (?:was )?(?:rejected|not accepted)|content rejected|\\bu[bc]e\\b|(?:black ?listed|blocked) (?:url|link)",
  ),
  rule(
    "norelaying",
    "relay(?:ing)? (?:access )?(?:is )?(?:denied|not (?:permitted|allowed)|prohibited)|(?:no|not permitted to|unable to|denied to|may not|cannot) relay|relaying|insecure mail relay|address is not verified",
  ),
  rule(
    "toomanyconn",
    "too many (?:concurrent |simultaneous |smtp )*(?:connections|sessions)|frequency limited|connection (?:rate|limit)",
  ),
  rule(
    "speeding",
    "receiving mail at a rate|(?:too|very) (?:fast|quickly)|sending rate|too many (?:messages|recipients|e?-?mails)|slow down",
  ),
  rule("badreputation", "reputation|rate[ -]limit"),
  rule(
    "policyviolation",
    "polic(?:y|ies)\\b|prohibited|message not allowed|host network not allowed|client host rejected: #",
  ),
  rule(
    "blocked",
    "block ?list|black ?list|blocked|bloqu[eé]e|\\bbanned|\\brbls?\\b|\\bdnsbl|spamhaus|(?<!not )listed (?:at|in|by)|\\(bl\\)|blocked for|abuse|spamming|too many unwanted|smtp server of your isp|invalid ip for|relay quota|user complaints|client host (?:rejected|blocked)|#cdrbl|invalid domain name|greylist|grey-list",
  ),
  rule(
    "securityerror",
    "delivery not authorized|unauthenticated senders|not authori[sz]ed|unauthori[sz]ed|must issue a starttls|authentication required",
  ),
  rule(
    "suspend",
    "suspended|disabled|deactivated|\\blocked\\b|frozen|(?:account|mailbox|reach) (?:that .{0,30})?is (?:temporarily )?(?:inactive|not active)",
  ),
  rule("onhold", "\\bon hold\\b"),
  rule(
    "rejected",
    "sender (?:address )?(?:was )?(?:rejected|denied|verify)|sender's? (?:domain|address)|(?:domain|address) of (?:the )?sender|mail from (?!\\S+ rejected for)|from: domain|(?:bad|invalid) sender|only accepts|restricted|not accept(?:ing)? (?:messages|mail) from|sending to/from|all recipient addresses rejected|(?:group|groupe|grupo|gruppe) .{0,200}permission",
  ),
  rule("hasmoved", "not our (?:customer|user)\\b|has moved|moved to (?:a )?new|recipient no longer on"),
  rule(
    "notaccept",
    "no mx|null ?mx|mx (?:record|host)s? (?:not found|does not)|does not accept (?:e-?)?mail|(?:couldn't|could not|can't) find a(?: valid)? (?:mail exchanger|mx)|\\b556[ -]",
  ),
  rule(
    "hostunknown",
    "host (?:or domain name )?(?:unknown|not found)|(?:domain|host)(?: name)? (?:\\S+ )?(?:not found|does not exist|unknown|is not reachable|invalid)|host \\S{1,255} not found|name (?:or service )?not (?:found|known)|nxdomain|bad destination (?:host|system)|no route to domain|(?:unrouteable|invalid|illegal|unknown|non-?existent|bad) (?:mail )?(?:domain|host)|could(?:n't| not) find any host|can't find (?:a valid )?host|no such (?:domain|host)|5\\d\\d \\S{1,255}\\.\\S{1,60} does not exist|unrouteable address|no valid recipients were found",
  ),
  rule(
    "mailererror",
    "^(?:procmail|maildrop|deliver|mail\\.local)\\b|mailer error|exit (?:status|code)|couldn't create|pipe to",
  ),
  rule(
    "syntaxerror",
    "malformed address|may not follow|sequence of commands|command (?:parameter )?not (?:implemented|recogni[sz]ed)",
  ),
  rule(
    "userunknown",
    "(?:no|not a) such (?:a )?(?:user|person|recipient|mailbox|address|account|local)|(?:user|recipient|mailbox|address|account|addressee|person|alias|customer)(?: name| address| account)? (?:is )?(?:unknown|not known|not (?:be )?found|not exist|nonexistent|not listed|not valid|invalid|unrouteable|not recogni[sz]ed)",
    "(?:unknown|invalid|non-?existent|bad|undefined|illegal|unrouteable) (?:(?:local|virtual|relay|or invalid|or illegal|e-?mail|virtual mailbox)[ -])?(?:user|recipient|mailbox|address(?!, error_code)|account|alias|addressee|destination|part)|destinataire invalide",
    "(?:does|do|did)(?:n't| not) (?:exist|have (?:an? )?(?:account|mailbox|\\S+ account)|seem to exist|match)|not (?:a )?known user|no (?:account|mailbox|user)s? (?:here|by that|by this|with|found|for)|not found in",
    "address rejected(?::? (?:user|access denied|undeliverable|no |unknown|invalid|not |bad destination)|\\.?$| [^\\s@]{1,64}@)|address (?:error|unknown)|inactive e-?mail address|not listed in|delivery userid|could ?n[o']t be found|could not be (?:found|delivered because the address)|wasn't found|n't (?:be )?found at|no longer (?:on|at|valid|here|available|works|accepts|exist|in use|employed|active)|has left|(?:is|has been) (?:removed|deleted)|left the company",
    "recipnotfound|recipientnotfound|resolver\\.adr\\.recip|unknown-user|user_unknown|user-unknown|invalid-recipient|mailbox (?:is )?(?:currently )?unavailable",
    "ディレクトリ.{0,12}(?:見つかりません|ありません)",
  ),
  rule("notcompliantrfc", "multiple .{0,20}addresses in from|\\brfc ?[25]\\d{3}\\b"),
  rule("contenterror", "8-?bit data|headers? too large|(?:bad|invalid|illegal) (?:message )?(?:header|content)"),
  rule("systemerror", "ldap server|could not load|queue file"),
  rule(
    "expired",
    "retry time ?out|retry timeout|message expired(?!, dns)|envelope expired|(?:queue|undelivered|delivered) .{0,12}too long|giving up|retries|undelivered after|\\d+ attempts|did not accept our requests|host not reachable|resources temporarily",
  ),
  rule(
    "networkerror",
    "dns query failed|name server (?:reply|error|failure)|lost connection|no route to host|hop count|\\bloop\\b|network (?:is )?unreachable",
  ),
  rule(
    "systemerror",
    "service (?:is )?(?:currently |temporarily )?(?:unavailable|not available|refus[eé]d?)|(?:internal|server|system|configuration|local) error|local configuration",
  ),
  rule("expired", "timed? ?out|timeout|connection refused|deferred|try again"),
  rule("onhold", "temporary failure$"),
  rule("blocked", "(?<!recipient address rejected: )access denied"),
];
