import { isFamilyFirst } from "./lead-name";

/** "Ana Maria Berg" and "Berg, Ana Maria" are the same person, "森本 健太" begins with the family; a name that is an address is none. */
export function splitName(name: string): { firstName: string; lastName: string } {
  if (name.includes("@")) return { firstName: "", lastName: "" };
  const [last = "", first = ""] = name.split(",", 2).map((part) => part.trim());
  if (first) return { firstName: first, lastName: last };
  const words = name.trim().split(/\s+/);
  if (words.length > 1 && isFamilyFirst(name)) return { firstName: words.slice(1).join(" "), lastName: words[0]! };
  return {
    firstName: words.slice(0, -1).join(" ") || (words[0] ?? ""),
    lastName: words.length > 1 ? words.at(-1)! : "",
  };
}
