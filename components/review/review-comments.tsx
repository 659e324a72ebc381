import { Check, Pencil, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useRef, useState, type KeyboardEvent } from "react";
import { useViewer } from "@/components/inbox/viewer";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Textarea } from "@/components/ui/textarea";
import type { Passage } from "@/lib/domain/review";
import type { ReviewComment, ReviewView } from "@/lib/domain/review-view";
import { SuggestedWords } from "./suggested-words";
import type { ReviewVerbs } from "./use-review-verbs";
import { randomId } from "@/components/ui/random-id";

type CommentsProps = {
  review: ReviewView;
  verbs: ReviewVerbs;
  passage: Passage | null;
  onPassage: (passage: Passage | null) => void;
};

/** What is said about the reply and its passages, each with its answers; settled words make way. */
export function ReviewComments({ review, verbs, passage, onPassage }: CommentsProps) {
  const t = useTranslations("review.comments");
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
          <IconButton label={t("noPassage")} className="size-control-sm" onClick={() => onPassage(null)}>
            <X aria-hidden />
          </IconButton>
        </p>
      ) : null}
      <Say
        label={t(passage ? "onPassage" : "onWhole")}
        verbs={verbs}
        about={passage ? { passage } : {}}
        maySuggest={passage !== null && review.kind === "approval"}
        onSaid={() => onPassage(null)}
      />
    </section>
  );
}

type ThreadProps = { comment: ReviewComment; answers: ReviewComment[]; verbs: ReviewVerbs };

function Thread({ comment, answers, verbs }: ThreadProps) {
  const t = useTranslations("review.comments");
  return (
    <article className="flex flex-col gap-2 rounded-3 border border-line-2 bg-surface p-2.5">
      <Words comment={comment} />
      {answers.map((answer) => (
        <Words key={answer.id} comment={answer} />
      ))}
      <Say label={t("answer")} verbs={verbs} about={{ parentId: comment.id }} />
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

type SayProps = {
  label: string;
  verbs: ReviewVerbs;
  about: { passage?: Passage; parentId?: string };
  /** Other words for the passage can be given along. */
  maySuggest?: boolean;
  onSaid?: () => void;
};

/** A field that grows as it is written in; Mod+Enter says it. */
function Say({ label, verbs, about, maySuggest = false, onSaid }: SayProps) {
  const t = useTranslations("review.comments");
  const [text, setText] = useState("");
  const [pressId, setPressId] = useState(() => randomId());
  const part = useRef<HTMLDivElement>(null);
  const { field, suggestion, setSuggestion, open, forget } = useSuggestion(about.passage);
  const isSuggested = suggestion !== null && suggestion !== about.passage?.quote;
  const isEmpty = text.trim() === "" && !isSuggested;
  const say = () => {
    if (isEmpty || verbs.isPending) return;
    verbs.comment(text.trim(), { ...about, ...(isSuggested ? { suggestion } : {}), pressId }, () => {
      setText("");
      setPressId(randomId());
      forget();
      onSaid?.();
      keepFocus(part.current);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    say();
  };
  return (
    <div ref={part} tabIndex={-1} className="flex flex-col gap-1.5 outline-none">
      <Textarea
        aria-label={label}
        placeholder={label}
        rows={isEmpty ? 1 : 3}
        maxLength={5000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {suggestion === null ? null : (
        <Textarea
          ref={field}
          aria-label={t("instead")}
          rows={3}
          maxLength={5000}
          value={suggestion}
          onChange={(event) => setSuggestion(event.target.value)}
          onKeyDown={onKeyDown}
        />
      )}
      <div className="flex flex-wrap items-center justify-end gap-1.5 empty:hidden">
        {maySuggest && suggestion === null ? (
          <Button
            size="sm"
            variant="quiet"
            icon={<Pencil />}
            className="mr-auto"
            onClick={() => open(about.passage?.quote ?? "")}
          >
            {t("suggest")}
          </Button>
        ) : null}
        {isEmpty ? null : (
          <Button size="sm" pending={verbs.isPending} onClick={say}>
            {t(isSuggested ? "suggestNow" : "say")}
          </Button>
        )}
      </div>
    </div>
  );
}

/**
 * What was pressed or written in goes once it is said: what stands around it takes the focus, unless that is elsewhere meanwhile. Not the
 * field: the next key is mostly one that decides.
 */
function keepFocus(part: HTMLElement | null): void {
  const { activeElement, body } = document;
  if (activeElement === body || part?.contains(activeElement)) part?.focus();
}

/** Other words for the chosen passage; they wait while others are chosen. The `field` takes the focus once, as it is opened. */
function useSuggestion(passage: Passage | undefined) {
  const of = passage ? `${passage.start} ${passage.quote}` : "";
  const [kept, setKept] = useState<{ of: string; words: string } | null>(null);
  const isAskedRef = useRef(false);
  const field = useCallback((element: HTMLTextAreaElement | null) => {
    if (!element || !isAskedRef.current) return;
    isAskedRef.current = false;
    element.focus();
  }, []);
  const setSuggestion = (words: string) => setKept({ of, words });
  return {
    field,
    suggestion: passage && kept?.of === of ? kept.words : null,
    setSuggestion,
    open: (words: string) => {
      isAskedRef.current = true;
      setSuggestion(words);
    },
    forget: () => setKept((now) => (now?.of === of ? null : now)),
  };
}
