import type { Editor } from "@tiptap/react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { MessageSquareReply } from "lucide-react";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useState } from "react";
import { putSuggestion } from "@/components/editor/put-suggestion";
import { Button } from "@/components/ui/button";
import { late } from "@/components/ui/late";
import { toast } from "@/components/ui/toast";
import { settle } from "@/lib/actions/reviews";
import type { Passage } from "@/lib/domain/review";
import type { ReviewComment } from "@/lib/domain/review-view";
import { returnedQuery, reviewKeys } from "@/lib/queries/reviews";
import { reviewPath } from "@/lib/url/paths";

/** What compares words is large, and few replies are returned. */
const SuggestedWords = late(async () => (await import("@/components/review/suggested-words")).SuggestedWords);

type ReturnedLineProps = { threadId: number; editor: Editor | null };

/** What the reviewer said when the reply came back, above the text that is to be written again; other words are taken by a press. */
export function ReturnedLine({ threadId, editor }: ReturnedLineProps) {
  const t = useTranslations("composer.returned");
  const { data: returned } = useQuery(returnedQuery(threadId));
  if (!returned) return null;
  const { id, by, note, comments } = returned;
  return (
    <section
      aria-label={t("label")}
      className="max-h-40 shrink-0 overflow-y-auto border-b border-line bg-note-soft px-3 py-1.5 text-12"
    >
      <p className="flex items-start gap-1.5">
        <MessageSquareReply aria-hidden className="mt-px size-3.5 shrink-0 stroke-[1.75]" />
        <span className="min-w-0 flex-1 wrap-anywhere">{t(note ? "byWith" : "by", { name: by, note })}</span>
        <Link href={`${reviewPath(id)}&tab=returned`} className="shrink-0 text-accent-text underline">
          {t("open")}
        </Link>
      </p>
      <ul className="pl-5">
        {comments.map((comment) => (
          <li key={comment.id} className="mt-1 wrap-anywhere">
            <Said comment={comment} editor={editor} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Said({ comment, editor }: { comment: ReviewComment; editor: Editor | null }) {
  const t = useTranslations("composer.returned");
  const { author, passage, text, suggestion } = comment;
  if (passage && suggestion !== null)
    return (
      <>
        <span className="font-medium">{t("said", { name: author.name })}</span> {text}
        <SuggestedWords quote={passage.quote} suggestion={suggestion} />
        <Choice comment={comment} passage={passage} suggestion={suggestion} editor={editor} />
      </>
    );
  return (
    <>
      {passage ? <q className="text-text-2">{passage.quote}</q> : null}{" "}
      <span className="font-medium">{t("said", { name: author.name })}</span> {text}
    </>
  );
}

type ChoiceProps = { comment: ReviewComment; passage: Passage; suggestion: string; editor: Editor | null };

/** Takes other words into the text, or leaves it as it is; either way the word has done its work. */
function Choice({ comment, passage: { quote, start }, suggestion, editor }: ChoiceProps) {
  const t = useTranslations("composer.returned");
  const [isTaken, setTaken] = useState(false);
  const queries = useQueryClient();
  const settled = async () => {
    const answer = await settle({ commentId: comment.id, settled: true }).catch(() => null);
    if (!answer?.ok) toast(t("notSettled"), { tone: "bad" });
    await queries.invalidateQueries({ queryKey: reviewKeys.all });
  };
  const take = () => {
    // Pressed again, the words would be put into themselves.
    if (isTaken) return;
    if (!editor || !putSuggestion(editor, quote, suggestion, start)) return void toast(t("gone"), { tone: "warn" });
    setTaken(true);
    toast(t("taken"), { tone: "good" });
    void settled();
  };
  const leave = () => {
    editor?.commands.focus();
    void settled();
  };
  return (
    <span className="mt-0.5 flex gap-1.5">
      <Button size="sm" disabled={isTaken} onClick={take}>
        {t("take")}
      </Button>
      <Button size="sm" variant="quiet" onClick={leave}>
        {t("leave")}
      </Button>
    </span>
  );
}
