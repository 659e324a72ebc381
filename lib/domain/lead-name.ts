type Named = { firstName: string | null; lastName: string | null };

/** Letters of Chinese, Japanese and Korean, as in `LEAD_NAME`. Katakana alone write the names of people from elsewhere, in their own order. */
const EAST_ASIAN = /^(?=.*[\u3005-\u309f\u3400-\u9fff\uac00-\ud7af])[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af\s]+$/;

/** Whether a name's letters say that the family name stands first. */
export const isFamilyFirst = (name: string): boolean => EAST_ASIAN.test(name);

/** A lead's whole name in the order in which it is written; "" where nothing of it is known. */
export function leadName({ firstName, lastName }: Named): string {
  const [first, last] = [firstName?.trim() ?? "", lastName?.trim() ?? ""];
  const parts = isFamilyFirst(`${first}${last}`) ? [last, first] : [first, last];
  return parts.filter(Boolean).join(" ");
}
