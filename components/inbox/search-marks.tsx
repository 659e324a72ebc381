"use client";

import { createContext, Fragment, type ReactNode, use, useMemo } from "react";
import { type HitPiece, hitPieces, marksIn, marksOf, type SearchMark } from "@/lib/domain/search-marks";
import type { TextField } from "@/lib/domain/search-operators";

const Context = createContext<SearchMark[]>([]);

/** Whatever is drawn inside marks the words of this search. */
export function SearchMarks({ q, children }: { q: string; children: ReactNode }) {
  return <Context value={useMemo(() => marksOf(q), [q])}>{children}</Context>;
}

/** A text of a row with the words of the search marked; `part` says what it is, as operators name it. */
export function Marked({ part, children }: { part: TextField | "text"; children: string }) {
  const marks = use(Context);
  return marks.length === 0 ? children : <Pieces pieces={hitPieces(children, marksIn(marks, part))} />;
}

/** A text that comes with its hits. */
export const Pieces = ({ pieces }: { pieces: HitPiece[] }) =>
  pieces.map(({ text, isHit }, index) =>
    isHit ? (
      <mark key={index} className="rounded-1 bg-hit text-text">
        {text}
      </mark>
    ) : (
      <Fragment key={index}>{text}</Fragment>
    ),
  );
