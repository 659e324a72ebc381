import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useRef, type KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { randomId } from "@/components/ui/random-id";
import { Textarea } from "@/components/ui/textarea";
import { suggestionOf, withoutWord, wordOf } from "./kept-review";
import type { Kept } from "./use-kept-review";
import type { ReviewVerbs } from "./use-review-verbs";

type SayProps = {
  label: string;
  verbs: ReviewVerbs;
  kept: Kept;
  /** The comment that is answered. */
  parentId?: string;
  /** Other words for the passage can be given along. */
  maySuggest?: boolean;
};

/** A field that grows as it is written in; Mod+Enter says it, and so does a decision. */
export function SayWord({ label, verbs, kept, parentId, maySuggest = false }: SayProps) {
  const t = useTranslations("review.comments");
  const part = useRef<HTMLDivElement>(null);
  const slot = parentId ?? null;
  const word = wordOf(kept.now, slot);
  const suggestion = slot === null ? suggestionOf(kept.now) : null;
  const { field, open, setSuggestion } = useSuggestion(kept);
  const typed = kept.now.texts[slot ?? ""];
  const setText = (text: string) =>
    kept.change((now) => ({
      ...now,
      texts: { ...now.texts, [slot ?? ""]: { text, pressId: typed?.pressId ?? randomId() } },
    }));
  const say = () => {
    if (!word || verbs.isPending) return;
    verbs.comment(word, () => {
      kept.change((now) => withoutWord(now, slot));
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
        rows={word ? 3 : 1}
        maxLength={5000}
        value={typed?.text ?? ""}
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
          <Button size="sm" variant="quiet" icon={<Pencil />} className="mr-auto" onClick={open}>
            {t("suggest")}
          </Button>
        ) : null}
        {word ? (
          <Button size="sm" pending={verbs.isPending} onClick={say}>
            {t(word.suggestion === undefined ? "say" : "suggestNow")}
          </Button>
        ) : null}
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

/** Other words for the chosen passage. The `field` takes the focus once, as it is opened. */
function useSuggestion({ change }: Kept) {
  const isAskedRef = useRef(false);
  const field = useCallback((element: HTMLTextAreaElement | null) => {
    if (!element || !isAskedRef.current) return;
    isAskedRef.current = false;
    element.focus();
  }, []);
  const setSuggestion = (words: string) =>
    change((now) => (now.suggestion ? { ...now, suggestion: { ...now.suggestion, words } } : now));
  const open = () => {
    isAskedRef.current = true;
    change((now) =>
      now.passage
        ? { ...now, suggestion: { passage: now.passage, words: now.passage.quote, pressId: randomId() } }
        : now,
    );
  };
  return { field, open, setSuggestion };
}
