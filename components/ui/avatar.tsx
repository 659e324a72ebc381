import { cn } from "./cn";

const HUES = ["mb-1", "mb-2", "mb-3", "mb-4", "mb-5", "mb-6", "mb-7", "mb-8"] as const;
const CLASSES: Record<(typeof HUES)[number], string> = {
  "mb-1": "bg-mb-1/15",
  "mb-2": "bg-mb-2/15",
  "mb-3": "bg-mb-3/15",
  "mb-4": "bg-mb-4/15",
  "mb-5": "bg-mb-5/15",
  "mb-6": "bg-mb-6/15",
  "mb-7": "bg-mb-7/15",
  "mb-8": "bg-mb-8/15",
};
const SIZES = { sm: "size-4 text-[0.5rem]", md: "size-5 text-10", lg: "size-6 text-10", xl: "size-8 text-12" } as const;

/** A person: a circle with initials, always beside the name, hence hidden from assistive technology. Its tint follows from `name`. */
export function Avatar({
  name,
  size = "lg",
  className,
}: {
  name: string;
  size?: keyof typeof SIZES;
  className?: string;
}) {
  return (
    <span
      aria-hidden
      className={cn(
        "inline-flex shrink-0 items-center justify-center rounded-full font-strong text-text-2 select-none",
        CLASSES[hueOf(name)],
        SIZES[size],
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  );
}

/** "Maya Okafor" → "MO", "ana@lead.test" → "AN". */
function initialsOf(name: string): string {
  const words = name
    .replace(/@.*$/, "")
    .split(/[\s._-]+/u)
    .filter(Boolean);
  const [first = "", last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  const letters = last ? lettersOf(first, 1) + lettersOf(last, 1) : lettersOf(first, 2);
  return letters.toLocaleUpperCase("en") || "?";
}

const lettersOf = (word: string, count: number) => Array.from(word).slice(0, count).join("");

function hueOf(name: string): (typeof HUES)[number] {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + letter.codePointAt(0)!) >>> 0;
  return HUES[hash % HUES.length]!;
}
