import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useViewer } from "@/components/inbox/viewer";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import type { ReviewComment, ReviewView } from "@/lib/domain/review-view";
import { SayWord } from "./say-word";
import { SuggestedWords } from "./suggested-words";
import type { Kept } from "./use-kept-review";
import type { ReviewVerbs } from "./use-review-verbs";

type CommentsProps = { review: ReviewView; verbs: ReviewVerbs; kept: Kept };

/** What is said about the reply and its passages, each with its answers; settled words make way. */
export function ReviewComments({ review, verbs, kept }: CommentsProps) {
  const t = useTranslations("review.comments");
  const { passage } = kept.now;
  const { comments } = review;
  const roots = comments.filter(({ parentId }) => parentId === null);
  const settled = roots.filter(({ settledAt }) => settledAt !== null);
  return (
    <section aria-label={t("title")} className="flex flex-col gap-3">
      {roots
        .filter(({ settledAt }) => settledAt === null)
        .map((comment) => (
          <Thread
            key={comment.id}
            comment={comment}
            answers={comments.filter(({ parentId }) => parentId === comment.id)}
            verbs={verbs}
            kept={kept}
          />
        ))}
      {settled.length > 0 ? (
        <details className="text-12 text-text-2">
          <summary className="cursor-pointer">{t("settled", { count: settled.length })}</summary>
          <ul className="mt-1 flex flex-col gap-1">
            {settled.map(({ id, author, text, suggestion, passage: about }) => (
              <li key={id} className="wrap-anywhere">
                {t("said", { name: author.name, text: text || (suggestion ?? "") })}{" "}
                {text === "" && suggestion === "" ? <del>{about?.quote}</del> : null}{" "}
                <button type="button" className="text-accent-text underline" onClick={() => verbs.settle(id, false)}>
                  {t("reopen")}
                </button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {passage ? (
        <p className="flex items-start gap-1 text-12">
          <q className="min-w-0 flex-1 border-l-2 border-warn-mark pl-2 wrap-anywhere">{passage.quote}</q>
          <IconButton
            label={t("noPassage")}
            className="size-control-sm"
            onClick={() => kept.change((now) => ({ ...now, passage: null }))}
          >
            <X aria-hidden />
          </IconButton>
        </p>
      ) : null}
      <SayWord
        label={t(passage ? "onPassage" : "onWhole")}
        verbs={verbs}
        kept={kept}
        maySuggest={passage !== null && review.kind === "approval"}
      />
    </section>
  );
}

type ThreadProps = { comment: ReviewComment; answers: ReviewComment[]; verbs: ReviewVerbs; kept: Kept };

function Thread({ comment, answers, verbs, kept }: ThreadProps) {
  const t = useTranslations("review.comments");
  return (
    <article className="flex flex-col gap-2 rounded-3 border border-line-2 bg-surface p-2.5">
      <Words comment={comment} />
      {answers.map((answer) => (
        <Words key={answer.id} comment={answer} />
      ))}
      <SayWord label={t("answer")} verbs={verbs} kept={kept} parentId={comment.id} />
      <Button
        size="sm"
        variant="quiet"
        icon={<Check />}
        className="self-start"
        onClick={() => verbs.settle(comment.id, true)}
      >
        {t("settle")}
      </Button>
    </article>
  );
}

function Words({ comment: { author, createdAt, passage, text, suggestion } }: { comment: ReviewComment }) {
  const { words } = useViewer();
  return (
    <div className="text-13">
      <p className="flex items-center gap-1.5">
        <Avatar name={author.name} size="md" />
        <span className="min-w-0 truncate font-medium">{author.name}</span>
        <time dateTime={createdAt} className="ml-auto shrink-0 text-12 text-text-3 tabular-nums">
          {words.short(createdAt)}
        </time>
      </p>
      {passage && suggestion === null ? (
        <q className="mt-1 block border-l-2 border-warn-mark pl-2 text-12 wrap-anywhere text-text-2">{passage.quote}</q>
      ) : null}
      {passage && suggestion !== null ? (
        <div className="mt-1 border-l-2 border-warn-mark pl-2 text-12">
          <SuggestedWords quote={passage.quote} suggestion={suggestion} />
        </div>
      ) : null}
      {text ? <p className="mt-1 wrap-anywhere whitespace-pre-wrap">{text}</p> : null}
    </div>
  );
}
