import { useTranslations } from "next-intl";
import { useViewer } from "@/components/inbox/viewer";
import { cn } from "@/components/ui/cn";
import type { ReviewView } from "@/lib/domain/review-view";

/** What has been handed in, returned and edited, the newest first. */
export function ReviewVersions({ review: { versions, kind } }: { review: ReviewView }) {
  const t = useTranslations("review.versions");
  const { words } = useViewer();
  if (kind === "sample") return null;
  const lines = versions
    .flatMap(({ number, writtenBy, createdAt, returned }) => [
      { at: createdAt, isReturn: false, title: t("version", { number }), text: writtenBy.name },
      ...(returned ? [{ at: returned.at, isReturn: true, title: t("returned"), text: returned.note }] : []),
    ])
    .toReversed();
  return (
    <section aria-labelledby="review-versions" className="mx-4 border-t border-line py-3 md:mx-6">
      <h3 id="review-versions" className="text-12 font-medium text-text-2">
        {t("title")}
      </h3>
      <ol className="mt-1">
        {lines.map(({ at, isReturn, title, text }, index) => (
          <li key={`${at} ${title}`} className="flex items-baseline gap-2 py-1 text-13">
            <time dateTime={at} className="w-16 shrink-0 text-12 text-text-2 tabular-nums">
              {words.short(at)}
            </time>
            <span
              aria-hidden
              className={cn(
                "size-2 shrink-0 self-center rounded-full",
                isReturn ? "border-2 border-warn-mark" : index === 0 ? "bg-accent" : "bg-text-3",
              )}
            />
            <span className="shrink-0 font-medium">{title}</span>
            <span className="min-w-0 wrap-anywhere text-text-2">{text}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
