import { useQuery } from "@tanstack/react-query";
import { MessageSquareReply } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { returnedQuery } from "@/lib/queries/reviews";
import { reviewPath } from "@/lib/url/paths";

/** What the reviewer said when the reply came back, above the text that is to be written again. */
export function ReturnedLine({ threadId }: { threadId: number }) {
  const t = useTranslations("composer.returned");
  const { data: returned } = useQuery(returnedQuery(threadId));
  if (!returned) return null;
  const { id, by, note, comments } = returned;
  return (
    <section
      aria-label={t("label")}
      className="max-h-32 shrink-0 overflow-y-auto border-b border-line bg-note-soft px-3 py-1.5 text-12"
    >
      <p className="flex items-start gap-1.5">
        <MessageSquareReply aria-hidden className="mt-px size-3.5 shrink-0 stroke-[1.75]" />
        <span className="min-w-0 flex-1 wrap-anywhere">{t(note ? "byWith" : "by", { name: by, note })}</span>
        <Link href={`${reviewPath(id)}&tab=returned`} className="shrink-0 text-accent-text underline">
          {t("open")}
        </Link>
      </p>
      <ul className="pl-5">
        {comments.map(({ id: commentId, author, passage, text }) => (
          <li key={commentId} className="mt-1 wrap-anywhere">
            {passage ? <q className="text-text-2">{passage.quote}</q> : null}{" "}
            <span className="font-medium">{t("said", { name: author.name })}</span> {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
