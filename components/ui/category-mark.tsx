import { cn } from "./cn";

export type Sentiment = "positive" | "neutral" | "negative";
export type CategoryHue = "interested" | "meeting" | "info" | "ooo" | "wrong" | "not" | "dnc" | "bounce" | "none";

const HUES: Record<CategoryHue, string> = {
  interested: "text-cat-interested",
  meeting: "text-cat-meeting",
  info: "text-cat-info",
  ooo: "text-cat-ooo",
  wrong: "text-cat-wrong",
  not: "text-cat-not",
  dnc: "text-cat-dnc",
  bounce: "text-cat-bounce",
  none: "text-cat-none",
};
const SHAPES: Record<Sentiment, string> = {
  positive: "size-2 rounded-full bg-current",
  neutral: "size-2 rounded-full border-2 border-current",
  negative: "h-0.5 w-2 bg-current",
};

/** A category's mark: the shape says the sentiment, the hue the kind. It always stands beside the category's word. */
export function CategoryMark({ sentiment, hue, className }: { sentiment: Sentiment; hue: string; className?: string }) {
  const known = hue in HUES ? (hue as CategoryHue) : "none";
  return (
    <span
      aria-hidden
      className={cn("inline-flex size-3.5 shrink-0 items-center justify-center", HUES[known], className)}
    >
      <span className={cn("forced-color-adjust-none", SHAPES[sentiment])} />
    </span>
  );
}
