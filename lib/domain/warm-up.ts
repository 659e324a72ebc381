/** What tells warm-up mail: headers ("X-Warmup", or "X-Warmup: value"), words of subject or text, and addresses or domains of who writes. */
type WarmUpRules = { headers: string[]; tags: string[]; senders: string[] };

type Asked = {
  headers: { name: string; value: string }[];
  subject: string;
  text: string;
  /** Who wrote it; for what we wrote whom it went to. */
  others: { address: string }[];
};

/** By which rule of the mailbox a message is warm-up mail (the rule as it was typed), or null. Case never matters. */
export function warmUpMarkOf(message: Asked, { headers, tags, senders }: WarmUpRules): string | null {
  const subject = message.subject.toLowerCase();
  const text = message.text.toLowerCase();
  return (
    named(headers).find((rule) => hasHeader(message.headers, rule)) ??
    named(tags).find((tag) => subject.includes(tag.toLowerCase()) || text.includes(tag.toLowerCase())) ??
    named(senders).find((rule) => message.others.some(({ address }) => isFrom(address.toLowerCase(), rule))) ??
    null
  );
}

const named = (rules: string[]): string[] => rules.map((rule) => rule.trim()).filter((rule) => rule !== "");

function hasHeader(headers: Asked["headers"], rule: string): boolean {
  const colon = rule.indexOf(":");
  const name = (colon < 0 ? rule : rule.slice(0, colon)).trim().toLowerCase();
  const value =
    colon < 0
      ? ""
      : rule
          .slice(colon + 1)
          .trim()
          .toLowerCase();
  return headers.some((header) => header.name === name && header.value.toLowerCase().includes(value));
}

/** "warm.test" and "@warm.test" stand for everybody there and below. */
function isFrom(address: string, rule: string): boolean {
  const wanted = rule.toLowerCase().replace(/^@/u, "");
  if (wanted.includes("@")) return address === wanted;
  const domain = address.slice(address.lastIndexOf("@") + 1);
  return domain === wanted || domain.endsWith(`.${wanted}`);
}
